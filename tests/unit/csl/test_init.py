import pubtrack.csl


def test_every_public_name_is_there():
    for name in pubtrack.csl.__all__:
        assert getattr(pubtrack.csl, name) is not None
