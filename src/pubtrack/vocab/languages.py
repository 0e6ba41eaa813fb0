"""Names of languages in bibliographies and their BCP 47 tags.

Sources: biblatex manual 3.20, table 2 (babel and polyglossia names); ISO 639-2 codes as PubMed and libraries write
them, https://www.loc.gov/standards/iso639-2/php/code_list.php.
"""

from __future__ import annotations

__all__ = ["BABEL_OF_TAG", "LANGUAGE_TAGS"]

_BABEL: dict[str, str] = {
    "afrikaans": "af", "arabic": "ar", "armenian": "hy", "basque": "eu", "bulgarian": "bg", "catalan": "ca",
    "chinese": "zh", "croatian": "hr", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "estonian": "et",
    "finnish": "fi", "french": "fr", "galician": "gl", "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi",
    "hungarian": "hu", "icelandic": "is", "indonesian": "id", "irish": "ga", "italian": "it", "japanese": "ja",
    "korean": "ko", "latin": "la", "latvian": "lv", "lithuanian": "lt", "macedonian": "mk", "malay": "ms",
    "norwegian": "no", "nynorsk": "nn", "bokmal": "nb", "persian": "fa", "polish": "pl", "portuguese": "pt",
    "romanian": "ro", "russian": "ru", "sanskrit": "sa", "serbian": "sr", "slovak": "sk", "slovene": "sl",
    "spanish": "es", "swahili": "sw", "swedish": "sv", "thai": "th", "turkish": "tr", "ukrainian": "uk",
    "vietnamese": "vi", "welsh": "cy", "american": "en-US", "british": "en-GB", "canadian": "en-CA",
    "australian": "en-AU", "newzealand": "en-NZ", "austrian": "de-AT", "swissgerman": "de-CH", "brazilian": "pt-BR",
    "canadien": "fr-CA",
}  # fmt: skip
"""Babel name -> tag, one name for each tag: this direction is written."""

_MORE: dict[str, str] = {
    "usenglish": "en-US", "ukenglish": "en-GB", "american english": "en-US", "british english": "en-GB",
    "ngerman": "de", "deutsch": "de", "germanb": "de", "naustrian": "de-AT", "nswissgerman": "de-CH",
    "francais": "fr", "français": "fr", "frenchb": "fr", "acadian": "fr-CA", "brazil": "pt-BR", "portuges": "pt",
    "castilian": "es", "español": "es", "espanol": "es", "italiano": "it", "nederlands": "nl", "farsi": "fa",
    "magyar": "hu", "norsk": "no", "slovenian": "sl", "mandarin": "zh", "中文": "zh", "русский": "ru", "日本語": "ja",
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "ita": "it", "por": "pt",
    "rus": "ru", "chi": "zh", "zho": "zh", "jpn": "ja", "kor": "ko", "dut": "nl", "nld": "nl", "pol": "pl",
    "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "cze": "cs", "ces": "cs", "hun": "hu", "tur": "tr",
    "ara": "ar", "heb": "he", "gre": "el", "ell": "el", "ukr": "uk", "hrv": "hr", "srp": "sr", "lat": "la",
    "per": "fa", "fas": "fa",
}  # fmt: skip
"""Other spellings seen for the same languages; read, never written."""

LANGUAGE_TAGS: dict[str, str] = _BABEL | _MORE
"""Lower-case name or three-letter code -> BCP 47 tag."""

BABEL_OF_TAG: dict[str, str] = {tag: name for name, tag in _BABEL.items()}
"""BCP 47 tag -> babel name for `langid`."""
