"""Forms of nouns and of nouns with adjectives, as the unvowelled script shows them.

The accusative of an indefinite noun without ta marbuta takes an alif («قصفا»); an adjective behind a noun follows it
in case and article («هجوم انتحاري», «هجوما انتحاريا», «الهجوم الانتحاري»). Wright, *A Grammar of the Arabic Language*
(3rd ed.), I §§ 308-315, II § 136.
"""

from __future__ import annotations

# Endings that take no alif: ta marbuta, alif, sound plurals and the dual in its oblique case.
_NO_ALIF = ("ة", "ه", "ا", "ى", "ء", "ات", "ين", "ون")


def noun_forms(noun: str) -> list[str]:
    """``noun`` as given and, where it has one, its accusative with alif."""
    return [noun] if " " in noun or noun.endswith(_NO_ALIF) else [noun, noun + "ا"]


def dual_forms(noun: str) -> list[str]:
    """The dual of a singular of one word in both cases, of one in ta marbuta also before a genitive («قذيفتي هاون»);
    none of a phrase or of a word with a pronoun."""
    if " " in noun or noun.endswith(("ه", "ها", "هم", "ا", "ء", "و")):
        return []
    stem = noun[:-1] + "ت" if noun.endswith("ة") else noun[:-1] + "ي" if noun.endswith("ى") else noun
    return [stem + ending for ending in ("ان", "ين", "ا", "ي")[: 4 if noun.endswith("ة") else 2]]


def described_forms(phrase: str) -> list[str]:
    """An indefinite noun with its adjectives: as given, in the accusative, and with the article on the adjectives.

    The article before the noun is left to the table of phrases, which takes it for a proclitic.
    """
    noun, *adjectives = phrase.split()
    forms = [phrase, " ".join([noun, *("ال" + word for word in adjectives)])]
    if len(noun_forms(noun)) > 1:
        forms.append(" ".join(noun_forms(word)[-1] for word in (noun, *adjectives)))
    return forms
