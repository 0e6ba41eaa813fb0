"""`python -m pubtrack`: the command line."""

import sys

from pubtrack.cli import main

sys.exit(main())
