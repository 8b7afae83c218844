"""No word is doubled, lost or glued to a figure where a page sets it apart by markup."""

from __future__ import annotations

import pytest

from lesart.feeds.pages.plaintext import plain_text


def text_of(markup: str) -> str:
    return plain_text(markup)[0]


# ------------------------------------------------------------------ marks


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('In 1987<sup><a href="#note3">3</a></sup> it', "In 1987⁽³⁾ it"),
        ('In 1987<a href="#footnote-7" class="footnote-anchor">7</a> it', "In 1987⁽⁷⁾ it"),
        ('some 640<sup class="fn">12</sup> cows', "some 640⁽¹²⁾ cows"),
        ('by 1987<a id="fnref2" role="doc-noteref" href="#fn2"><sup>2</sup></a>.', "by 1987⁽²⁾."),
        ('in 1987<sup id="cite_ref-9"><a href="#cite_note-9">[9]</a></sup> and', "in 1987⁽⁹⁾ and"),
        ('up to 1987<sup><a href="#b">b</a></sup> only', "up to 1987⁽ᵇ⁾ only"),
        ("12,500<sup>4</sup> people", "12,500⁽⁴⁾ people"),
        ("It rained.<sup>5</sup> Then", "It rained.⁽⁵⁾ Then"),
        ("61%<sup>1</sup> of them", "61%⁽¹⁾ of them"),
        ("prices<sup>1</sup> rose", "prices⁽¹⁾ rose"),
        ("in 2020<sup>*</sup> and", "in 2020* and"),
        ("in 2020<sup>1,2</sup> and", "in 2020⁽¹⁾⁽²⁾ and"),
        ("in 2020<sup>3)</sup> and", "in 2020⁽³⁾ and"),
        ('in 2020<span class="footnote-ref">4</span> and', "in 2020⁽⁴⁾ and"),
        ("for $5<sup>99</sup> each", "for $5.99 each"),
        ('see <a href="#fn1">the note</a> below', "see the note below"),
        ('<a href="/p?page=2">2</a>', "2"),
        ('page <a href="https://x.example/2">2</a> of 9', "page 2 of 9"),
    ],
)
def test_a_notes_mark_never_joins_the_figure_before_it(markup: str, text: str) -> None:
    assert text_of(f"<p>{markup}</p>") == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("5·10<sup><b>8</b></sup> m", "5·10⁸ m"),
        ("2<sup><span><i>10</i></span></sup> bytes", "2¹⁰ bytes"),
        ("40 km<sup>2</sup>", "40 km²"),
        ("H<sub><span>2</span></sub>O", "H₂O"),
        ("x<sup>n</sup>", "xⁿ"),
        ("the 21<sup>st</sup> and le 1<sup>er</sup>", "the 21st and le 1er"),
        ("log<sub>10</sub> 5", "log₁₀ 5"),
        ("built 1999<sub>27 years ago</sub> here", "built 1999₂₇ years ago here"),
    ],
)
def test_raised_and_lowered_letters_stay_what_they_are_however_deep(markup: str, text: str) -> None:
    assert text_of(f"<p>{markup}</p>") == text


def test_a_note_in_the_margin_stands_in_brackets() -> None:
    markup = (
        '<p>In 1987<label for="s"></label><input id="s" type="checkbox">'
        '<span class="sidenote">By the port\'s books.</span> it sank.</p>'
    )
    assert text_of(markup) == "In 1987 [By the port's books.] it sank."


@pytest.mark.parametrize("sign", ["#", "¶", "§", "🔗"])
def test_the_sign_that_links_a_heading_is_no_word_of_it(sign: str) -> None:
    assert text_of(f'<h2>Outlook <a href="#outlook" class="x">{sign}</a></h2>') == "Outlook"


def test_the_arrow_back_from_a_note_is_no_word() -> None:
    assert text_of('<ol><li>The book. <a href="#r1">↩</a></li></ol>') == "1. The book."


# ------------------------------------------------------------------ doubled and glued


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<math><semantics><mrow><mi>a</mi><mo>=</mo><mn>2</mn></mrow><annotation"
         " encoding='application/x-tex'>a=2</annotation></semantics></math>", "a = 2"),
        ("<math><mfrac><mn>1</mn><mn>3</mn></mfrac></math>", "1/3"),
        ("<math><msup><mi>x</mi><mn>2</mn></msup></math>", "x²"),
        ("<math><msqrt><mn>2</mn></msqrt></math>", "√2"),
        ("<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>", "(a+b)/2"),
        ("<span class='katex'><span class='katex-mathml'><math><semantics><mi>y</mi><annotation>y"
         "</annotation></semantics></math></span><span class='katex-html' aria-hidden='true'>y"
         "</span></span>", "y"),
        ("<span style='display:none'><math><mi>z</mi></math></span>"
         "<img class='mwe-math-fallback-image-inline' alt='{\\displaystyle z}'>", "z"),
    ],
)  # fmt: skip
def test_a_formula_is_written_once_and_on_one_line(markup: str, text: str) -> None:
    assert text_of(f"<p>so {markup} holds</p>") == f"so {text} holds"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<ruby>東京<rt>とうきょう</rt></ruby>で", "東京（とうきょう）で"),
        ("<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>で", "東京(とうきょう)で"),
        ("He said <q>no, <q>never</q></q>.", "He said “no, ‘never’”."),
        ("2<sup>1</sup>⁄<sub>4</sub> cups", "2 1⁄4 cups"),
        ("<sup>3</sup>/<sub>4</sub> of it", "3/4 of it"),
        ('well <img class="emoji" alt="👍" src="x.png"> done', "well 👍 done"),
        ('well <img class="wp-smiley" alt=";-)" src="x.png"> done', "well ;-) done"),
        ('the <img alt="euro sign" src="e.png"> fell', "the euro sign fell"),
        ('<img alt="A boat in the fog" src="b.jpg">Fog lay', "Fog lay"),
    ],
)  # fmt: skip
def test_signs_that_are_markup_become_signs(markup: str, text: str) -> None:
    assert text_of(f"<p>{markup}</p>") == text


def test_quotation_marks_are_the_pages_own() -> None:
    german = "<html lang='de'><body><p>Sie sagte <q>ja</q>.</p></body></html>"
    assert text_of(german) == "Sie sagte „ja“."


def test_a_tick_in_a_table_is_a_word() -> None:
    table = (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>Boat</td><td><img alt='yes'></td></tr></table>"
    )
    assert text_of(table) == "A | B\nBoat | yes"


# ------------------------------------------------------------------ code


@pytest.mark.parametrize(
    "code",
    [
        "<pre>a = 1\nb = 2</pre>",
        "<pre>a = 1<br>b = 2</pre>",
        "<pre><code><div>a = 1</div><div>b = 2</div></code></pre>",
        "<pre><ol><li>a = 1</li><li>b = 2</li></ol></pre>",
        "<pre><code><span class='line'>a = 1</span>\n<span class='line'>b = 2</span></code></pre>",
        "<table><tr><td class='gutter'><pre>1\n2</pre></td><td><pre>a = 1\nb = 2</pre></td></tr></table>",
        "<pre><span class='linenos'>1</span>a = 1\n<span class='linenos'>2</span>b = 2</pre>",
        "<pre><span class='hljs-keyword'>a</span> = 1\nb = <span class='hljs-number'>2</span></pre>",
    ],
)
def test_code_keeps_its_lines_and_has_no_numbers_before_them(code: str) -> None:
    assert text_of(f"<p>So:</p>{code}<p>Done.</p>") == "So:\n\na = 1\nb = 2\n\nDone."


# ------------------------------------------------------------------ lists and tables


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two"),
        (
            '<ol start="7"><li>One</li><li value="9">Two</li><li>Three</li></ol>',
            "7. One\n9. Two\n10. Three",
        ),
        ("<ol reversed><li>One</li><li>Two</li></ol>", "2. One\n1. Two"),
        ('<ol type="a"><li>One</li><li>Two</li></ol>', "a. One\nb. Two"),
        ('<ol type="I"><li>One</li></ol>', "I. One"),
        ("<ol><li>One<ol><li>Deep</li></ol></li><li>Two</li></ol>", "1. One\n1. Deep\n2. Two"),
        ("<ol><li><p>One</p><p>more</p></li><li><b>Two</b></li></ol>", "1. One\nmore\n2. Two"),
        ("<ol><li>1. One</li><li>2. Two</li></ol>", "1. One\n2. Two"),
        ('<ol start="1986"><li>A great year.</li></ol>', "1986. A great year."),
        ('<ol style="list-style:none"><li>One</li></ol>', "One"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
    ],
)
def test_a_list_that_counts_keeps_its_numbers(markup: str, text: str) -> None:
    assert text_of(markup) == text


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ("<tr><th></th><th>2020</th><th>2021</th></tr><tr><td>Boats</td><td>5</td><td>6</td></tr>",
         "| 2020 | 2021\nBoats | 5 | 6"),
        ("<tr><td>Boats</td><td></td><td>6</td></tr><tr><td>Nets</td><td>1</td><td>2</td></tr>",
         "Boats | | 6\nNets | 1 | 2"),
        ("<tr><th colspan=2>Where</th><th>Cost</th></tr><tr><td>A</td><td>B</td><td>9</td></tr>",
         "Where | | Cost\nA | B | 9"),
        ("<tr><td rowspan=2>A</td><td>1</td></tr><tr><td>2</td></tr>", "A | 1\n| 2"),
        ("<tr><td><p>A</p></td><td><p>1</p></td></tr><tr><td><div>B</div></td><td>2</td></tr>",
         "A | 1\nB | 2"),
    ],
)  # fmt: skip
def test_each_cell_stays_in_its_column(rows: str, text: str) -> None:
    assert text_of(f"<table>{rows}</table>") == text
