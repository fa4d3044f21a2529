"""Conjugation against the grammar: verbs of every class, and forms that must not be made."""

from __future__ import annotations

import pytest

from khabar.text import fold_word
from khabar.text.verbs import conjugate

# Class, past, present; then the forms of the past and of the present in the order of the slots below: several
# spellings with "/", none with "-".
TABLE = """
sound | قصف | يقصف
قصف قصفت قصفا قصفتا قصفوا قصفنا قصفن
يقصف تقصف يقصفان/يقصفا يقصفون/يقصفوا نقصف يقصفن

hollow و | قال | يقول
قال قالت قالا قالتا قالوا قلنا قلن
يقول/يقل تقول/تقل يقولان/يقولا يقولون/يقولوا نقول/نقل يقلن

hollow ي IV | أصاب | يصيب
أصاب أصابت أصابا أصابتا أصابوا أصبنا أصبن
يصيب/يصب تصيب/تصب يصيبان/يصيبا يصيبون/يصيبوا نصيب/نصب يصبن

hollow passive | أصيب | يصاب
أصيب أصيبت أصيبا أصيبتا أصيبوا أصبنا أصبن
يصاب/يصب تصاب/تصب يصابان/يصابا يصابون/يصابوا نصاب/نصب يصبن

hollow X | استعاد | يستعيد
استعاد استعادت استعادا استعادتا استعادوا استعدنا استعدن
يستعيد/يستعد تستعيد/تستعد يستعيدان/يستعيدا يستعيدون/يستعيدوا نستعيد/نستعد يستعدن

hollow VIII | اغتال | يغتال
اغتال اغتالت اغتالا اغتالتا اغتالوا اغتلنا اغتلن
يغتال/يغتل تغتال/تغتل يغتالان/يغتالا يغتالون/يغتالوا نغتال/نغتل يغتلن

II with و | روّج | يروّج
روج روجت روجا روجتا روجوا روجنا روجن
يروج تروج يروجان/يروجا يروجون/يروجوا نروج يروجن

III with و | حاول | يحاول
حاول حاولت حاولا حاولتا حاولوا حاولنا حاولن
يحاول تحاول يحاولان/يحاولا يحاولون/يحاولوا نحاول يحاولن

defective ي | نفى | ينفي
نفى نفت نفيا نفتا نفوا نفينا نفين
ينفي/ينف تنفي/تنف ينفيان/ينفيا ينفون/ينفوا ننفي/ننف ينفين

defective و | دعا | يدعو
دعا دعت دعوا دعتا دعوا دعونا دعون
يدعو/يدع تدعو/تدع يدعوان/يدعوا يدعون/يدعوا ندعو/ندع يدعون

defective -iya | بقي | يبقى
بقي بقيت بقيا بقيتا بقوا بقينا بقين
يبقى/يبق تبقى/تبق يبقيان/يبقيا يبقون/يبقوا نبقى/نبق يبقين

defective V | تبنى | يتبنى
تبنى تبنت تبنيا تبنتا تبنوا تبنينا تبنين
يتبنى/يتبن تتبنى/تتبن يتبنيان/يتبنيا يتبنون/يتبنوا نتبنى/نتبن يتبنين

defective with ي before | أحيا | يحيي
أحيا أحيت أحييا أحيتا أحيوا أحيينا أحيين
يحيي/يحي تحيي/تحي يحييان/يحييا يحيون/يحيوا نحيي/نحي يحيين

defective and و first | وفى | يفي
وفى وفت وفيا وفتا وفوا وفينا وفين
يفي/يف تفي/تف يفيان/يفيا يفون/يفوا نفي/نف يفين

see | رأى | يرى
رأى رأت رأيا رأتا رأوا رأينا رأين
يرى/ير ترى/تر يريان/يريا يرون/يروا نرى/نر يرين

doubled | رد | يرد
رد ردت ردا ردتا ردوا رددنا رددن
يرد ترد يردان/يردا يردون/يردوا نرد يرددن

doubled with ن | شن | يشن
شن شنت شنا شنتا شنوا شننا -
يشن تشن يشنان/يشنا يشنون/يشنوا نشن -

doubled IV | أعد | يعد
أعد أعدت أعدا أعدتا أعدوا أعددنا أعددن
يعد تعد يعدان/يعدا يعدون/يعدوا نعد يعددن

doubled VII | انضم | ينضم
انضم انضمت انضما انضمتا انضموا انضممنا انضممن
ينضم تنضم ينضمان/ينضما ينضمون/ينضموا ننضم ينضممن

doubled VIII | احتل | يحتل
احتل احتلت احتلا احتلتا احتلوا احتللنا احتللن
يحتل تحتل يحتلان/يحتلا يحتلون/يحتلوا نحتل يحتللن

IV that looks like VIII | أنتج | ينتج
أنتج أنتجت أنتجا أنتجتا أنتجوا أنتجنا أنتجن
ينتج تنتج ينتجان/ينتجا ينتجون/ينتجوا ننتج ينتجن

ن last | أعلن | يعلن
أعلن أعلنت أعلنا أعلنتا أعلنوا أعلنا -
يعلن تعلن يعلنان/يعلنا يعلنون/يعلنوا نعلن -

hamza first | أخذ | يأخذ
أخذ أخذت أخذا أخذتا أخذوا أخذنا أخذن
يأخذ تأخذ يأخذان/يأخذا يأخذون/يأخذوا نأخذ يأخذن

hamza second | سأل | يسأل
سأل سألت سألا سألتا سألوا سألنا سألن
يسأل تسأل يسألان/يسألا يسألون/يسألوا نسأل يسألن

hamza last | بدأ | يبدأ
بدأ بدأت بدآ بدأتا بدأوا/بدؤوا بدأنا بدأن
يبدأ تبدأ يبدآن/يبدآ يبدأون/يبدأوا/يبدؤون/يبدؤوا نبدأ يبدأن

hamza last IV | أنشأ | ينشئ
أنشأ أنشأت أنشآ أنشأتا أنشأوا/أنشؤوا أنشأنا أنشأن
ينشئ تنشئ ينشئان/ينشئا ينشئون/ينشئوا/ينشؤون/ينشؤوا ننشئ ينشئن

hollow with hamza | جاء | يجيء
جاء جاءت جاءا جاءتا جاءوا/جاؤوا جئنا جئن
يجيء/يجئ تجيء/تجئ يجيءان/يجيئان/يجيءا/يجيئا يجيءون/يجيءوا/يجيئون/يجيئوا/يجيؤون/يجيؤوا نجيء/نجئ يجئن

و first | وصل | يصل
وصل وصلت وصلا وصلتا وصلوا وصلنا وصلن
يصل تصل يصلان/يصلا يصلون/يصلوا نصل يصلن

no past |  | يعود
- - - - - - -
يعود/يعد تعود/تعد يعودان/يعودا يعودون/يعودوا نعود/نعد يعدن
"""
PAST = ["past 3 s m", "past 3 s f", "past 3 d m", "past 3 d f", "past 3 p m", "past 1 p ", "past 3 p f"]
PRESENT = ["present 3 s m", "present 3 s f", "present 3 d m", "present 3 p m", "present 1 p ", "present 3 p f"]


def rows() -> dict[str, tuple[str, str, str, str]]:
    out = {}
    for block in TABLE.strip().split("\n\n"):
        head, pasts, presents = block.split("\n")
        name, past, present = (part.strip() for part in head.split("|"))
        out[name] = (past, present, pasts, presents)
    return out


VERBS = rows()


@pytest.mark.parametrize("name", VERBS)
def test_forms(name: str) -> None:
    past, present, pasts, presents = VERBS[name]
    made: dict[str, set[str]] = {}
    for form in conjugate(past, present):
        made.setdefault(f"{form.tense} {form.person} {form.number} {form.gender}", set()).add(form.form)
    for slots, cells in ((PAST, pasts), (PRESENT, presents)):
        for slot, cell in zip(slots, cells.split(" "), strict=True):
            assert made.get(slot, set()) == {fold_word(form) for form in cell.split("/") if form != "-"}, slot


def test_a_spelling_of_two_classes_gets_the_forms_of_both() -> None:
    forms = {form.form for form in conjugate("استمر", "يستمر")}
    assert {"استمررنا", "استمرنا", "يستمررن"} <= forms


def test_passive_without_present() -> None:
    assert "اصبنا" in {form.form for form in conjugate("أصيب")}
    assert "عينا" in {form.form for form in conjugate("عيّن")}


def test_vowel_marks_do_not_matter_but_shadda_tells() -> None:
    assert conjugate("قَصَفَ", "يَقصِفُ") == conjugate("قصف", "يقصف")
    assert "استمرنا" not in {form.form for form in conjugate("استمرّ", "يستمرّ")}


def test_forms_are_folded_and_come_once() -> None:
    for past, present, _, _ in VERBS.values():
        forms = conjugate(past, present)
        assert len(set(forms)) == len(forms)
        assert all(fold_word(form.form) == form.form for form in forms)
