"""Working on an article together: merging, what is typed so far, who is there, and comments."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, User
from coalition.agreement.articles.actions import update_article
from coalition.agreement.articles.rules.merging import merge
from coalition.agreement.comments.actions import add_comment, resolve_comment
from coalition.agreement.editing.actions import keep_editing
from coalition.agreement.editing.queries import others_in, text_of_version, typed_before
from coalition.models import Article, ArticleComment, ArticleEditing
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.factories import make_member, make_user

BASE = "een\ntwee\ndrie\nvier"


@pytest.mark.parametrize(
    ("mine", "theirs", "text", "is_clean"),
    [
        (BASE, "een!\ntwee\ndrie\nvier", "een!\ntwee\ndrie\nvier", True),
        ("een!\ntwee\ndrie\nvier", "een\ntwee\ndrie\nvier!", "een!\ntwee\ndrie\nvier!", True),
        ("een!\ntwee\ndrie\nvier", "een?\ntwee\ndrie\nvier", "een!\ntwee\ndrie\nvier", False),
        ("een!\ntwee\ndrie\nvier", "een!\ntwee\ndrie\nvier", "een!\ntwee\ndrie\nvier", True),
        ("nul\n" + BASE, BASE + "\nvijf", "nul\n" + BASE + "\nvijf", True),
        ("twee\ndrie\nvier", "een\ntwee\ndrie\nvijf", "twee\ndrie\nvijf", True),
    ],
)
def test_two_changes_become_one_text_where_they_do_not_touch(
    mine: str, theirs: str, text: str, is_clean: bool
) -> None:
    found = merge(BASE, mine, theirs)
    assert (found.text, found.is_clean) == (text, is_clean)


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    return make_article(area, planner, text=BASE)


def save(client: Any, article: Article, text: str, version: int) -> Any:
    data = {"title": article.title, "text": text, "chapter": article.chapter_id, "version": version}
    return client.post(
        f"/gebieden/{article.chapter.agreement.area.slug}/akkoord/artikelen/{article.pk}/bewerken/", data
    )


def write(article: Article, planner: User, text: str) -> None:
    values = {"title": article.title, "ambitions": (), "statements": ()}
    update_article(article=article, actor=planner, version=article.version, text=text, **values)


def test_loser_of_a_race_gets_both_changes_in_one_text(article: Article, planner: User, signed_in: Any) -> None:
    write(article, planner, BASE.replace("vier", "vier!"))
    page = save(signed_in(planner), article, BASE.replace("een", "een!"), version=1)
    assert page.status_code == 409
    assert "raken elkaar niet" in page.content.decode()
    assert "een!\ntwee\ndrie\nvier!</textarea>" in page.content.decode()


def test_loser_of_a_clash_keeps_the_own_text_beside_the_other(article: Article, planner: User, signed_in: Any) -> None:
    write(article, planner, BASE.replace("een", "van de ander"))
    page = save(signed_in(planner), article, BASE.replace("een", "van mij"), version=1).content.decode()
    assert "van de ander" in page
    assert "van mij\ntwee\ndrie\nvier</textarea>" in page
    assert "raken elkaar niet" not in page


def test_text_an_edit_began_on_is_in_the_history(article: Article, planner: User) -> None:
    write(article, planner, "Anders.")
    assert text_of_version(article, 1) == (article.title, BASE)
    assert text_of_version(article, 9) is None


def test_what_is_typed_is_kept_until_it_is_saved(article: Article, planner: User, signed_in: Any) -> None:
    client = signed_in(planner)
    base = f"/gebieden/zuid-limburg/akkoord/artikelen/{article.pk}/"
    page = client.post(f"{base}concept/", {"title": "Titel", "text": "Half af", "version": "1"})
    assert "bewaard als concept" in page.content.decode()
    assert "Half af</textarea>" in client.get(f"{base}bewerken/").content.decode()
    save(client, article, "Helemaal af", version=1)
    assert not ArticleEditing.objects.exists()


def test_what_one_typed_is_for_oneself(article: Article, planner: User, signed_in: Any) -> None:
    keep_editing(article=article, actor=planner, version=1, title="Titel", text="Nog geheim")
    other = make_member(Role.PLANNING_GROUP, article.chapter.agreement.area)
    page = signed_in(other).get(f"/gebieden/zuid-limburg/akkoord/artikelen/{article.pk}/bewerken/").content.decode()
    assert "Nog geheim" not in page
    assert str(planner) in page


def test_earlier_typing_can_be_thrown_away(article: Article, planner: User, signed_in: Any) -> None:
    keep_editing(article=article, actor=planner, version=1, title="Titel", text="Half")
    signed_in(planner).post(f"/gebieden/zuid-limburg/akkoord/artikelen/{article.pk}/concept/weggooien/")
    assert typed_before(article, planner) is None


def test_who_only_looked_left_no_text_behind(article: Article, planner: User, signed_in: Any) -> None:
    keep_editing(article=article, actor=planner, version=1, title=article.title, text=BASE)
    write(article, planner, "Van een ander.")
    keep_editing(article=article, actor=planner, version=1, title=article.title, text=BASE)
    assert typed_before(article, planner) is None
    page = signed_in(planner).get(f"/gebieden/zuid-limburg/akkoord/artikelen/{article.pk}/bewerken/").content.decode()
    assert "Van een ander.</textarea>" in page


def test_text_of_the_other_is_shown_as_one_writes_it(article: Article, planner: User, signed_in: Any) -> None:
    write(article, planner, f"Zie [[artikel {article.pk}]].")
    page = save(signed_in(planner), article, "Van mij.", version=1).content.decode()
    assert "Zie [[artikel 3.1]]." in page
    assert f"[[artikel {article.pk}]]" not in page


def test_who_left_is_not_there_any_more(article: Article, planner: User) -> None:
    row = keep_editing(article=article, actor=planner, version=1, title="A", text="B")
    other = make_user()
    assert others_in(article, other) == [str(planner)]
    ArticleEditing.objects.filter(pk=row.pk).update(seen_at=timezone.now() - timedelta(minutes=2))
    assert others_in(article, other) == []


def test_comment_to_somebody_is_mailed_without_its_words(area: Area, article: Article, planner: User) -> None:
    reader = make_member(Role.EXECUTIVE, area)
    add_comment(article=article, actor=planner, text="Kan dit korter?", addressed_to=reader)
    mail = OutgoingMail.objects.get()
    assert mail.to == reader.email
    assert "korter" not in mail.text + mail.html


def test_comment_to_a_stranger_is_refused(article: Article, planner: User) -> None:
    with pytest.raises(Problem, match="geen lid"):
        add_comment(article=article, actor=planner, text="Hallo", addressed_to=make_user())


def test_comment_pressed_twice_is_one(article: Article, planner: User) -> None:
    token = uuid7()
    for _ in range(2):
        add_comment(article=article, actor=planner, text="Hallo", token=token)
    assert ArticleComment.objects.count() == 1


def test_reply_hangs_under_a_comment_of_the_same_article(area: Area, article: Article, planner: User) -> None:
    comment = add_comment(article=article, actor=planner, text="Kan dit korter?")
    reply = add_comment(article=article, actor=planner, text="Ja.", reply_to=comment)
    for wrong in (reply, add_comment(article=make_article(area, planner), actor=planner, text="Elders")):
        with pytest.raises(Problem, match="bij dit artikel"):
            add_comment(article=article, actor=planner, text="Nee.", reply_to=wrong)


def test_comment_is_dealt_with_and_opened_again(article: Article, planner: User) -> None:
    comment = add_comment(article=article, actor=planner, text="Kan dit korter?")
    for resolved in (True, False):
        resolve_comment(comment=comment, actor=planner, resolved=resolved)
        comment.refresh_from_db()
        assert (comment.resolved_by == planner) is resolved


def test_who_has_nothing_to_do_with_it_does_not_resolve(
    area: Area, article: Article, planner: User, signed_in: Any
) -> None:
    comment = add_comment(article=article, actor=planner, text="Kan dit korter?")
    client = signed_in(make_member(Role.PARTICIPANT, area))
    url = f"/gebieden/{area.slug}/akkoord/artikelen/opmerkingen/{comment.pk}/"
    assert client.post(url).status_code == 403


def test_comment_shows_on_the_page_as_words(area: Area, article: Article, planner: User, signed_in: Any) -> None:
    add_comment(article=article, actor=planner, text="<script>alert(1)</script>")
    page = signed_in(planner).get(f"/gebieden/{area.slug}/akkoord/artikelen/{article.pk}/").content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
