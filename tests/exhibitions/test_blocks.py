"""Each kind of block as visitors meet it and as curators write it."""

import pytest
from django.template.loader import get_template
from django.test import Client
from django.utils import timezone

from exhibitions.blocks import KINDS, Kind
from exhibitions.models import Block
from tests import make


def page_of(block: Block, client: Client, language: str = "") -> str:
    exhibition = block.section.exhibition
    exhibition.published_at = timezone.now()
    exhibition.save()
    address = f"{language}/udstillinger/{exhibition.slug}/"
    return client.get(address).content.decode()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_has_its_two_templates(kind: Kind) -> None:
    for name in (kind.template, kind.editor):
        get_template(name)


@pytest.mark.django_db
def test_a_picture_hangs_with_its_own_label_and_alt_text(client: Client) -> None:
    placement = make.placement(label="Tårnet **først**.", alt_text="Et tårn.")

    page = page_of(placement.block, client)

    assert "<strong>først</strong>" in page
    assert 'alt="Et tårn."' in page
    assert placement.item.get_absolute_url() in page


@pytest.mark.django_db
def test_a_picture_without_its_own_alt_text_has_the_archives(client: Client) -> None:
    placement = make.placement()

    page = page_of(placement.block, client)

    assert f'alt="{placement.item.alt_text}"' in page


@pytest.mark.django_db
def test_a_quote_shows_the_translation_only_to_those_who_need_it(
    client: Client,
) -> None:
    block = make.block(
        kind="quote",
        body="Babamı görmemiştik.",
        attribution="Emine",
        settings={"language": "tr"},
        translations={"da": {"body": "Vi havde ikke set far."}},
    )

    danish, turkish = page_of(block, client), page_of(block, client, "/tr")

    assert '<blockquote class="said" lang="tr" dir="ltr">' in danish
    assert "Vi havde ikke set far." in danish
    assert "Vi havde ikke set far." not in turkish


@pytest.mark.django_db
def test_a_gallery_hangs_its_pictures_in_order(client: Client) -> None:
    block = make.block(kind="gallery", body="Hører sammen.")
    second = make.placement(block, position=1, label="Den anden")
    first = make.placement(block, position=0, label="Den første")

    page = page_of(block, client)

    assert page.index(first.label) < page.index(second.label)
    assert "Hører sammen." in page


@pytest.mark.django_db
def test_a_kind_nobody_knows_any_more_is_passed_over(
    client: Client, selma_client: Client
) -> None:
    block = make.block(kind="hologram", body="Usynlig")

    bench = f"/arbejdsrum/udstillinger/{block.section.exhibition.slug}/"

    assert "Usynlig" not in page_of(block, client)
    assert selma_client.get(bench).status_code == 200
