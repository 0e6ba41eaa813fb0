"""From points and evidence to a verdict: the rules, each on the records in which it was seen."""

from __future__ import annotations

from typing import Any

import pytest

from pubtrack.markup.names import parse_names
from pubtrack.match import choose, compare


def record(title: str, authors: str = "", year: int | None = None, venue: str = "", **more: Any) -> dict[str, Any]:
    """A CSL-JSON record."""
    item: dict[str, Any] = {"title": title, **{k.replace("_", "-"): v for k, v in more.items()}}
    if authors:
        item["author"] = [p.to_csl() for p in parse_names(authors)]
    if year:
        item["issued"] = {"date-parts": [[year]]}
    if venue:
        item["container-title"] = venue
    return item


def verdict(one: dict[str, Any], two: dict[str, Any]) -> str:
    """The verdict, which is the same both ways."""
    said = compare(one, two)
    assert said == compare(two, one)
    return said.verdict


DISTILLED = "Distilled dual-encoder model for vision-language understanding"
DISTILLERS = "Zekun Wang, Wenhui Wang, Haichao Zhu, Ming Liu, Bing Qin, Furu Wei"


def test_a_real_title_under_invented_names_is_not_said_to_be_the_work() -> None:
    invented = record(DISTILLED, "A. Gupta, M. Brown, R. Clark", 2022, "Proceedings of EMNLP 2022")
    assert verdict(invented, record(DISTILLED, DISTILLERS, 2022, "EMNLP")) == "unsure"
    assert (
        verdict(record(DISTILLED, "Anil Gupta, Mary Brown", 2022), record(DISTILLED, DISTILLERS, 2022)) == "different"
    )


def test_names_with_a_letter_off_or_run_together_are_still_the_authors() -> None:
    true = record("Compressing SQL workloads", "S. Chaudhuri, A. Gupta, V. Narasayya", 2002, "SIGMOD")
    assert verdict(true, record("Compressing SQL workloads", "S. Chaudhury, A. Gupte", 2002, "ACM SIGMOD")) == "same"


def test_initials_of_the_family_name_before_the_given_name_are_read_crosswise() -> None:
    title = "Integrating mining with relational database systems"
    one = record(title, "S. Sarawagi, S. Thomas, R. Agrawal", 1998, "SIGMOD Conference")
    assert verdict(one, record(title, "S. Sunita, T. Shiby, A. Rakesh", None, "Proceedings ACM SIGMOD")) == "same"


@pytest.mark.parametrize("body", ["ACMS Anthology", "portal.acm.org", "Meta Team", "OpenAI"])
def test_an_organisation_as_author_says_nothing_against_people(body: str) -> None:
    title = "Garbage collection in object oriented databases using transactional references"
    people = record(title, "S. Ashwin, Prasan Roy, S. Seshadri, Avi Silberschatz", 1997)
    assert verdict({**record(title, year=1997), "author": [{"literal": body}]}, people) == "same"


@pytest.mark.parametrize(
    ("native", "latin"),
    [
        ("김민수", "Minsu Kim"),
        ("やまだ たろう", "Taro Yamada"),
        ("محمد علي", "Mohammed Ali"),
        ("משה כהן", "Moshe Cohen"),
        ("अमित शर्मा", "Amit Sharma"),
        ("Шевченко, Тарас", "Taras Shevchenko"),
        ("Παπαδόπουλος, Γιώργος", "Giorgos Papadopoulos"),
    ],
)
def test_names_in_other_scripts_are_unknown_or_written_in_latin_letters_and_no_conflict(
    native: str, latin: str
) -> None:
    title = "On the spectral theory of ordinary operators"
    one = {"title": title, "author": [{"literal": native}], "issued": 2019, "container-title": "Annals of Operators"}
    assert compare(one, {**one, "author": [{"literal": latin}]}).verdict == "same"
    assert compare(one, {**one, "author": [{"literal": latin}], "title": "On birds"}).verdict == "different"


def test_names_in_han_script_are_no_conflict_with_romanised_ones() -> None:
    title = "Deep learning for the optics of zebrafish eyes"
    han = {**record(title, year=2020), "author": [{"literal": "王伟"}, {"family": "李", "given": "娜"}]}
    assert verdict(han, record(title, "Wei Wang, Na Li", 2020)) == "same"
    assert verdict(han, {**han, "author": [{"literal": "张敏"}, {"literal": "陈杰"}]}) != "same"


@pytest.mark.parametrize(
    ("whole", "cut", "people"),
    [
        ("XGBoost: A scalable tree boosting system", "XGBoost", "Tianqi Chen, Carlos Guestrin"),
        ("Asking the right questions: Model-driven optimization using probes", "Asking the right questions", "Ashish Goel, Sudipto Guha"),
        ("Looking to listen at the cocktail party: a speaker-independent model", "Looking to listen at the cocktail party", "Ariel Ephrat, Inbar Mosseri"),
    ],
)  # fmt: skip
def test_a_subtitle_that_the_publisher_left_out_is_the_same_work(whole: str, cut: str, people: str) -> None:
    assert verdict(record(whole, people, 2016), record(cut, people, 2016)) == "same"


def test_a_short_title_of_other_authors_or_another_year_is_no_subtitle_left_out() -> None:
    whole = record("XGBoost: A scalable tree boosting system", "Tianqi Chen, Carlos Guestrin", 2016)
    assert verdict(whole, record("XGBoost", "Tianqi Chen, Carlos Guestrin", 2019)) != "same"
    assert verdict(whole, record("XGBoost", "Tianqi Chen, Carlos Guestrin, Tong He", 2016)) != "same"
    assert verdict(whole, record("XGBoost", "Tianqi Chen", 2016)) != "same"


def test_a_short_main_title_of_one_person_needs_the_venue() -> None:
    whole, cut = record("Gauges: How people read them", "Anna Smith", 2003), record("Gauges", "Anna Smith", 2003)
    assert verdict(whole, cut) == "unsure"
    venue = {"container-title": "Environment and Behavior"}
    assert verdict({**whole, **venue}, {**cut, **venue}) == "same"


def test_the_beginning_of_a_list_of_hundreds_is_enough() -> None:
    people = ", ".join(f"{given} {family}" for given in ("Ada", "Bela", "Carla", "Dora") for family in NAMES)
    few = ", ".join(people.split(", ")[:12])
    assert verdict(record("GPT-4o System Card", few, 2024), record("GPT-4o System Card", people, 2024)) == "same"


NAMES = "Abara Bonnet Castel Drummond Eklund Ferrero Grunwald Hartmann Ishikawa Jovanovic Kowalski Lindqvist".split()  # noqa: SIM905


def test_one_journal_first_online_and_later_in_print_is_one_version() -> None:
    people = "Zhe Cao, Gines Hidalgo, Tomas Simon, Shih-En Wei, Yaser Sheikh"
    title = "OpenPose: Realtime multi-person 2D pose estimation using part affinity fields"
    online = record(title, people, 2019, "IEEE Transactions on Pattern Analysis and Machine Intelligence")
    printed = record(title, people, 2021, "IEEE Trans. Pattern Anal. Mach. Intell.", volume="43", page="172-186")
    assert verdict(online, printed) == "same"
    assert verdict({**online, "volume": "41"}, printed) == "version"
    assert verdict(online, {**printed, "issued": {"date-parts": [[2024]]}}) == "version"
    assert verdict({**online, "container-title": "Nature Methods"}, printed) == "version"


def test_another_paper_by_part_of_the_authors_is_no_version() -> None:
    one = record("InternVideo2: Scaling foundation models for multimodal video understanding",
                 "Yi Wang, Kunchang Li, Xinhao Li, Jiashuo Yu, Yinan He, Guo Chen, Baoqi Pei, Limin Wang, Yu Qiao", 2025)  # fmt: skip
    two = record("Multimodal Large Language Models for Video Understanding",
                 "Yi Wang, Jiashuo Yu, Yinan He, Limin Wang, Yu Qiao", 2025, type="chapter")  # fmt: skip
    assert verdict(one, two) == "unsure"


def test_a_longer_title_of_another_year_is_not_the_work_although_a_namesake_wrote_it() -> None:
    one = record("Cross-architecture knowledge distillation", "Y. Deng, X. Chen, J. Zhao, Z. Wu", 2023)
    two = record("Cross-Architecture Knowledge Distillation for Deep Joint Source-Channel Coding",
                 "Simin Dai, Xuechen Chen, Xiaoheng Deng, Siyu Lin", 2026)  # fmt: skip
    assert verdict(one, two) in ("unsure", "different")


def test_the_numbered_abstract_of_a_meeting_is_not_the_paper() -> None:
    people = "Raianna Fantin, Alesandro Civljak, Maxinne Ignacio, Seokchan Park, Patricia Earl"
    one = record("Human monoclonal antibodies targeting A35 protect from death caused by mpox", people, 2025)
    two = record("Human monoclonal antibodies targeting A35 protect from death against mpox 2296", people, 2025)
    assert verdict(one, two) in ("unsure", "version")


def test_a_double_family_name_split_in_two_is_the_same_person() -> None:
    one = {**record("Sparse spatial autoregressions", year=1997),
           "author": [{"family": "Kelley Pace", "given": "R."}, {"family": "Barry", "given": "Ronald"}]}  # fmt: skip
    assert verdict(one, record("Sparse spatial autoregressions", "R. Pace, Ronald P. Barry", 1997)) == "same"


def test_names_run_together_are_taken_apart() -> None:
    title = "Random search for hyper-parameter optimization"
    torn = {**record(title, year=2012), "author": [{"literal": "BergstraJames"}, {"literal": "BengioYoshua"}]}
    assert verdict(torn, record(title, "James Bergstra, Yoshua Bengio", 2012)) == "same"


def test_pages_and_marks_at_the_end_of_a_title_do_not_count() -> None:
    people = "Frederic Gingras, Laks Lakshmanan"
    one = record("nD-SQL: a multi-dimensional language for interoperability and OLAP", people, 1998)
    for tail in (". 134-145", " [C]", " [J]."):
        assert verdict(one, {**one, "title": f"{one['title']}{tail}"}) == "same"
    wars = record("Nursing in the Great War, 1914-1918", "Anna Smith", 1990)
    assert verdict(wars, {**wars, "title": "Nursing in the Great War, 1939-1945"}) != "same"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Cancer statistics, 2019", "Cancer statistics, 2020"),
        ("Global burden of asthma, 1990-2015: a systematic analysis", "Global burden of asthma, 1990-2019: a systematic analysis"),
        ("Findings of the 2018 Conference on Machine Translation", "Findings of the 2019 Conference on Machine Translation"),
        ("SemEval-2016 Task 4: Sentiment Analysis in Twitter", "SemEval-2017 Task 4: Sentiment Analysis in Twitter"),
    ],
)  # fmt: skip
def test_yearly_works_under_one_title_are_kept_apart(one: str, two: str) -> None:
    people = "Rebecca Siegel, Kimberly Miller, Ahmedin Jemal"
    assert verdict(record(one, people, 2019), record(two, people, 2020)) == "different"
    assert verdict(record(one), record(two)) == "different"
    text = f"Siegel, R., Miller, K., & Jemal, A. (2020). {two}. A Journal for Clinicians, 70, 7-30."
    assert compare(text, record(one, people, 2020)).verdict != "same"
    assert compare(text, record(two, people, 2020)).verdict == "same"


def test_an_arxiv_id_in_the_name_of_the_venue_confirms_but_does_not_contradict() -> None:
    title = "Sociotechnical safety evaluation of generative AI systems"
    people = "Laura Weidinger, Maribeth Rauh, Nahema Marchal"
    stored = record(title, people, 2023, arxiv="2310.11986")
    cited = record(title, people, 2023, "arXiv preprint arXiv:2310.11986")
    assert compare(cited, stored).reasons == ("identifier agrees: arxiv",)
    wrong_id = {**cited, "container-title": "arXiv preprint arXiv:2310.06682"}
    assert verdict(wrong_id, stored) == "same"
    assert verdict(record(title, people, 2023, arxiv="2310.06682"), stored) != "same"


def test_of_several_versions_that_fit_the_published_one_of_that_year_is_meant() -> None:
    people = "Evangelos Kazakos, Arsha Nagrani, Andrew Zisserman, Dima Damen"
    asked = record("EPIC-Fusion: Audio-visual temporal binding for egocentric action recognition", people, 2019)
    preprint = {**asked, "type": "article", "arxiv": "1908.08498"}
    published = {**asked, "container-title": "ICCV", "type": "paper-conference", "page": "5491-5500"}
    later = {**published, "container-title": "ICCV Reprints", "issued": {"date-parts": [[2020]]}}
    for candidates in ([preprint, published, later], [later, published, preprint]):
        choice = choose(asked, candidates)
        assert (choice.candidate, choice.verdict) == (published, "same")
    assert choose(preprint, [preprint, published]).candidate == preprint


@pytest.mark.parametrize(
    ("title", "verdict"),
    [
        ("Sounds of the northern sea revisited", "different"),
        ("Sounds of the northern sea: ten years later", "different"),
        ("Sounds of the northern sea: a follow-up study", "different"),
        ("Sounds of the northern sea: part II", "unsure"),
        ("Sounds of the northern sea: recordings of whales and ships", "same"),
    ],
)
def test_a_sequel_by_the_same_people_in_the_same_year_is_another_work(title, verdict):
    people = [{"family": "Berg", "given": "Ada"}, {"family": "Lund", "given": "Olaf"}]
    said = {"author": people, "issued": {"date-parts": [[2020]]}, "type": "article-journal"}
    first, second = {"title": "Sounds of the northern sea", **said}, {"title": title, **said}
    assert choose(first, [second]).verdict == choose(second, [first]).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("On Galois groups of local fields, I", "On Galois groups of local fields, II", "different"),
        ("On Galois groups of local fields 2", "On Galois groups of local fields 3", "different"),
        ("On Galois groups of local fields. II", "On Galois groups of local fields 2", "same"),
        ("On Galois groups of local fields", "On Galois groups of local fields, II", "unsure"),
        ("Mental health of nurses during COVID-19", "Mental health of nurses during COVID-19", "same"),
    ],
)
def test_numerals_at_the_end_of_titles_are_parts_of_a_series(one, other, verdict):
    said = {"author": [{"family": "Berg", "given": "Ada"}], "issued": {"date-parts": [[2020]]}}
    first, second = {"title": one, **said}, {"title": other, "container-title": "Annals of Things", **said}
    assert choose(first, [second]).verdict == choose(second, [first]).verdict == verdict


BERG, LUND, KIM = "Ada Berg", "Olaf Lund", "Jo Kim"
WHALES = "Sounds of the northern sea and its whales"


@pytest.mark.parametrize("title", [WHALES, "Deep nets"])
@pytest.mark.parametrize("venue", ["", "Marine Acoustics"])
def test_a_year_off_by_one_is_no_other_version_where_nothing_else_is_another(title: str, venue: str) -> None:
    people = f"{BERG}, {LUND}, {KIM}"
    printed = record(title, people, 2012, "Marine Acoustics", type="article-journal", volume="7", page="101-109")
    listed = record(title, people, 2011, venue, type="article-journal")
    assert verdict(listed, printed) == "same"
    assert verdict({**listed, "container-title": "Workshop on Oceans"}, printed) != "same"
    assert verdict({**listed, "volume": "6", "page": "13"}, printed) in ("version", "unsure")
    assert verdict({**listed, "type": "article", "genre": "preprint", "container-title": "arXiv"}, printed) == "version"
    assert verdict({**listed, "issued": {"date-parts": [[2008]]}}, printed) != "same"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": f"Erratum: {WHALES}"}, "different"),
        ({"title": f"{WHALES}, part II"}, "unsure"),
        ({"title": f"Reply to: {WHALES}"}, "different"),
        ({"title": WHALES.replace("northern", "nothern")}, "same"),
        ({"title": WHALES.partition(" and ")[0]}, "same"),
        ({"author": [{"family": "Berg", "given": "A."}]}, "same"),
    ],
)
def test_volume_and_page_join_spellings_of_one_work_but_not_its_erratum_or_reply(changed: Any, said: str) -> None:
    one = record(WHALES, f"{BERG}, {LUND}", 2012, "Marine Acoustics", volume="7", page="101-109")
    assert verdict(one, {**one, **changed}) == said


def test_a_cut_list_of_authors_is_the_work_but_another_first_author_is_not() -> None:
    whole = record(WHALES, f"{BERG}, {LUND}, {KIM}", 2012, "Marine Acoustics", volume="7", page="101-109")
    assert verdict(record(WHALES, BERG, 2012), whole) == "same"
    assert verdict(record(WHALES, BERG, 2013, "Mar. Acoust."), whole) == "same"
    assert verdict(record(WHALES, KIM, 2012), whole) != "same"
    assert verdict(record(WHALES, BERG, 2012, "Workshop on Oceans"), whole) != "same"
    assert (
        verdict(record("Northern sounds", BERG, 2012), record("Northern sounds", f"{BERG}, {LUND}, {KIM}", 2012))
        == "unsure"
    )


def test_a_telling_title_without_authors_needs_the_venue_where_the_year_is_off() -> None:
    printed = record(WHALES, f"{BERG}, {LUND}", 2012, "Marine Acoustics")
    assert verdict(record(WHALES, "", 2011, "Marine Acoust."), printed) == "same"
    assert verdict(record(WHALES, "", 2011), printed) != "same"
    assert verdict(record(WHALES, "", 2011, "Annals of Oceans"), printed) != "same"


def test_one_title_by_some_of_the_authors_is_a_question() -> None:
    assert verdict(record(WHALES, f"{BERG}, Ole Lnud", 2012), record(WHALES, f"{BERG}, {LUND}", 2013)) == "unsure"
    assert (
        verdict(record("Whales", f"{BERG}, Eva Silva", 2012), record("Whales", f"{BERG}, {LUND}", 2013)) == "different"
    )


def test_two_editorials_of_one_year_are_a_question_where_neither_says_the_page() -> None:
    one = record("Editorial notes", BERG, 2012, "Marine Acoustics", type="article-journal")
    assert compare(one, {**one, "volume": "7"}).reasons == ("generic title",)
    assert verdict({**one, "volume": "7", "page": "1"}, {**one, "volume": "7", "page": "211"}) == "different"


def test_of_two_papers_in_one_place_a_string_without_title_means_the_one_whose_authors_it_names_all() -> None:
    venue = {"container-title": "13th Conference on Electronic Packaging", "issued": {"date-parts": [[2012]]}}
    three = {**record("Influence of the layers", "H.-B. Qin, X.-P. Li, X.-P. Zhang"), **venue}
    two = {**record("Finite elements of joints", "H.-B. Qin, X.-P. Zhang"), **venue}
    text = "(7) Qin, H.-B.; Li, X.-P.; Zhang, X.-P. 13th Conference on Electronic Packaging 2012."
    for candidates in ([three, two], [two, three]):
        choice = choose(text, candidates)
        assert (choice.candidate, choice.verdict) == (three, "same")
    assert choose(text, [three, {**three, "title": "Another work of theirs"}]).verdict == "unsure"


def test_two_long_titles_that_begin_alike_are_no_one_work_by_their_initials() -> None:
    facts = {"author": [{"family": "Soler", "given": "Z."}], "issued": {"date-parts": [[2013]]}}
    venue = {"container-title": "Peer review of the biomedical literature"}
    one = {
        "title": "Faculty evaluation for antibiotics for the common cold and acute purulent rhinitis",
        **facts,
        **venue,
    }
    two = {"title": "Faculty evaluation for intranasal ipratropium bromide for the common cold", **facts, **venue}
    assert verdict(one, two) != "same"
    assert verdict(one, {**one, "title": one["title"].replace("purulent rhinitis", "purulent rhinits")}) == "same"


@pytest.mark.parametrize(("kind", "said"), [("thesis", "version"), ("article-journal", "same"), ("", "same")])
def test_a_thesis_and_the_article_of_its_title_are_versions(kind: str, said: str) -> None:
    one = record(WHALES, BERG, 2012, type="article-journal")
    assert verdict(one, record(WHALES, BERG, 2012, **({"type": kind} if kind else {}))) == said


def test_two_abstracts_of_one_group_on_one_page_are_not_joined_by_it() -> None:
    facts = {"volume": "7", "page": "S12", "type": "article-journal"}
    one = record("Hearing of whales in the northern sea: adults", f"{BERG}, {LUND}", 2012, "Marine Acoustics", **facts)
    assert verdict(one, {**one, "title": "Hearing of whales in the northern sea: calves"}) != "same"
    assert verdict(one, {**one, "title": "Hearing of whales in the nothern sea: adults"}) == "same"


def test_a_system_for_something_is_not_the_paper_on_it() -> None:
    people = "Rakesh Agrawal, Jerry Kiernan"
    paper = record("Watermarking relational databases", people, 2002, "VLDB")
    assert verdict(paper, record("A system for watermarking relational databases", people, 2002, "VLDB")) not in (
        "same",
    )
    assert verdict(paper, record("Watermarking of relational databases", people, 2002, "VLDB")) == "same"


def test_a_special_section_of_every_year_has_another_volume() -> None:
    one = record("Special section: competitive strategy and economics", f"{BERG}, {LUND}, {KIM}", 2009, "MIS Journal")
    one |= {"volume": "26", "page": "7", "issue": "2"}
    next_year = {"issued": {"date-parts": [[2010]]}, "volume": "27", "issue": "3"}
    assert verdict(one, {**one, **next_year}) == "version"
    assert verdict(one, {**one, "issued": {"date-parts": [[2010]]}}) == "same"


EDITORIAL = "Editorial"
PAIR = "Li, Ana and Roe, Bob"


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        (record(EDITORIAL, PAIR, 2020, "Mind"), record(EDITORIAL, PAIR, 2020, "Mind"), "same"),
        (record(EDITORIAL, PAIR, 2020, "Mind"), record(EDITORIAL, PAIR, 2020, "Brain"), "different"),
        (record(EDITORIAL, PAIR, 2020, "Mind"), record(EDITORIAL, PAIR, 2021, "Mind"), "different"),
        (record(EDITORIAL, "Li, Ana", 2020, "Mind"), record(EDITORIAL, "Li, Ana", 2020, "Mind"), "unsure"),
        (record(EDITORIAL, "Li, A", 2020, "Mind", volume="3", page="112"), record(EDITORIAL, "Li, A", 2020, "Mind", volume="3", page="112"), "same"),
        (record(EDITORIAL, "Li, A", 2020, "Mind", volume="3", page="112"), record(EDITORIAL, "Li, A", 2020, "Mind", volume="3", page="212"), "different"),
        (record(EDITORIAL, "Li, A", 2020, "Mind", volume="3", page="112"), record(EDITORIAL, "Li, A", 2020, "Mind", volume="4", page="112"), "different"),
    ],
)  # fmt: skip
def test_a_generic_title_needs_its_place_or_everybody_year_and_venue(one: Any, two: Any, said: str) -> None:
    assert verdict(one, two) == said


def test_a_shared_identifier_on_another_title_is_a_question_also_where_another_differs() -> None:
    one = record("Zebrafish optics of the eye", "Li, Ana", 2020, DOI="10.1000/x", PMID="1")
    two = record("A history of printing in Mainz", "Roe, Bob", 1990, DOI="10.1000/x", PMID="2")
    said = compare(one, two)
    assert (said.verdict, said.reasons) == ("unsure", ("identifier agrees: doi", "identifier differs: pmid"))
    alike = compare(one, {**one, "PMID": "2"})
    assert (alike.verdict, alike.reasons) == ("version", ("identifier agrees: doi", "identifier differs: pmid"))


def test_a_preprint_and_its_article_say_why_they_are_versions() -> None:
    one = record(DISTILLED, DISTILLERS, 2022, "arXiv")
    two = record(DISTILLED, DISTILLERS, 2022, "Journal of Vision", volume="3", page="12")
    assert compare(one, two).reasons == ("one is a preprint or conference paper, the other is not",)


def test_another_kind_of_thing_is_named_as_the_reason() -> None:
    one = record(DISTILLED, DISTILLERS, 2022, type="article-journal")
    said = compare(one, {**one, "type": "software"})
    assert (said.verdict, said.reasons) == ("different", ("other kind of thing",))


def test_words_in_front_of_a_title_make_a_question_a_year_later_but_not_in_a_journal() -> None:
    people = "A. Berg, O. Lund, J. Kim"
    for venue, said in (("Conference on Seas", "unsure"), ("Journal of Seas", "same")):
        talk = record("Effects of monitoring systems on northern whales", people, 2012, venue)
        later = record("Hazards and effects of monitoring systems on northern whales", people, 2013, venue)
        assert verdict(talk, later) == said, compare(talk, later)


@pytest.mark.parametrize(("venue", "said"), [("Mind", "same"), ("N. Engl. J. Med.", "unsure"), ("Brain", "unsure")])
def test_a_generic_title_in_a_string_needs_its_journal(venue: str, said: str) -> None:
    text = f"Li A. Editorial. {venue} 2020;3:12."
    assert compare(text, record(EDITORIAL, "Li, Ana", 2020, "Mind", volume="3", page="12")).verdict == said
