using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.DoubleEntry;

/// <summary>Refusals about second entries and settling. Codes are public and never reworded. None of them shows what was answered.</summary>
public static class SecondEntryRefusals
{
    public static readonly Refusal NoFirst = new("form.no-first", "No form was entered at this place, so there is nothing to enter a second time. Enter it first.", RefusalKind.Conflict);
    public static readonly Refusal Matcher = new("form.matched-by-you", "You matched this form to its family and have seen its answers. Another person enters it the second time.", RefusalKind.Conflict);
    public static readonly Refusal Editor = new("form.changed-by-you", "You changed answers of this form and have seen what it says. Another person enters it the second time.", RefusalKind.Conflict);

    public static readonly Refusal SamePerson = new("form.same-person", "You entered this form the first time. Another person enters it the second time.", RefusalKind.Conflict);
    public static readonly Refusal NotSampled = new("form.not-sampled", "This form is not in the sample that is entered twice. The study's design says which share of forms is.", RefusalKind.Conflict);
    public static readonly Refusal NoSecond = new("form.no-second", "This form has no second entry to compare with.", RefusalKind.Conflict);
    public static readonly Refusal Agreed = new("form.nothing-to-settle", "Both entries of this form say the same. There is nothing to settle.", RefusalKind.Conflict);
    public static readonly Refusal Hidden = new("form.hidden", "This form is to be entered a second time by somebody who has not seen the first entry. Its answers are shown once the second is in.", RefusalKind.Forbidden);
    public static readonly Refusal NothingChosen = new("form.settle-nothing", "Choose at least one difference to settle.");

    /// <summary>Why a person who knows the first entry does not make the second; <c>null</c> for anybody else.</summary>
    public static Refusal? Known(Form first, string person) =>
        !first.IsKnownTo(person) ? null : first.EnteredBy == person ? SamePerson : first.Trail?.MatchedBy == person ? Matcher : Editor;

    public static Refusal AlreadyTwice(KeyedForm second) =>
        new("form.already-twice", $"The second entry of this form was made by {second.By} on {DayWords.Of(second.At)}.", RefusalKind.Conflict);

    /// <summary>The faults name what was chosen otherwise, with both values.</summary>
    public static Refusal AlreadySettled(SecondEntry twice, IEnumerable<FieldFault> faults) =>
        new("form.already-settled", $"The differences of this form were settled by {string.Join(", ", twice.Settled.Select(s => s.By).Distinct())} on {DayWords.Of(twice.SettledAt)}.", RefusalKind.Conflict) { Faults = [.. faults] };

    /// <summary>Somebody else settled some of it meanwhile; nothing of theirs is overwritten.</summary>
    public static Refusal Overtaken(IEnumerable<FieldFault> faults) =>
        new("form.settle-overtaken", "Some of these differences were settled meanwhile by somebody else. Nothing of yours is saved yet: look at theirs, and send the rest again.", RefusalKind.Conflict) { Faults = [.. faults] };

    public static Refusal OtherVersion(InstrumentId id, int first) =>
        new Refusal("form.other-version", $"The first entry was made on version {first} of {id}. Enter the second on the same version.").At("instrumentVersion");

    public static Refusal NotSettleable(IEnumerable<FieldFault> faults) => new("form.settle-faults", "Some of what was chosen cannot be settled so.") { Faults = [.. faults] };

    internal static FieldFault SettledAs(InstrumentDefinition definition, SettledItem settled, Answer mine) => new(
        settled.Item, $"{(definition.ItemOf(settled.Item) is { } item ? $"Item {item.Number} ({item.Name})" : $"'{settled.Item}'")}: {settled.By} settled it as {settled.Value.Said()}, you chose {mine.Said()}.");

    internal static FieldFault NotADifference(string item) => new(item, $"Both entries say the same of '{item}', or the form has no such item.");
    internal static FieldFault Twice(string item) => new(item, $"'{item}' is settled twice. Send it once.");
    internal static FieldFault NoThird(string item) => new(item, $"Enter what '{item}' should be, or take the first or the second.");
    internal static FieldFault NoReason(string item) => new(item, $"Say why '{item}' is neither what the first nor what the second entry says, in at most 200 characters.");
    internal static FieldFault NotADate(string item) => new(item, "Enter the day on which the form was filled in, not before the family was sampled and not in the future.");
    internal static FieldFault NotAMode(string item) => new(item, "Enter how the form was filled in: paper, interview, telephone, online or case-file.");
    internal static FieldFault NotALanguage(string item) => new(item, "Give the language as a tag such as en or cy.");
}
