using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>Refusals about families that are one, or no longer one. Codes are public and never reworded.</summary>
public static class MergeRefusals
{
    public static readonly Refusal Itself = new("merge.itself", "A family cannot be merged with itself.");
    public static readonly Refusal Everybody = new("merge.everybody", "Say of each member of the other family who they are in this one, or that they are not in it yet.");
    public static readonly Refusal OnePerson = new("merge.one-person", "Two members of the other family cannot be the same member of this one.");
    public static readonly Refusal NotFinished = new("merge.not-merged", "These two families are not merged.", RefusalKind.NotFound);
    public static readonly Refusal NobodyMoves = new("split.nobody", "Choose at least one member who goes to the new household.");
    public static readonly Refusal EverybodyMoves = new("split.everybody", "Somebody has to stay. If all of them moved, record a move.");
    public static Refusal ChildAndAdult(MemberId member) => new("merge.child-and-adult", $"{member} cannot be a child in one family and an adult in the other.");
    public static Refusal Merged(FamilyId kept) => new("family.merged", $"This family was merged into {kept}. Go on there.", RefusalKind.Conflict);
    public static Refusal FormsLeft(FamilyId away) => new("merge.forms-left", $"Family {away} still has forms. Send the merge again.", RefusalKind.Conflict);
    public static Refusal Booked(FamilyId away) => new("merge.booked", $"Family {away} has an appointment booked. Cancel it first.", RefusalKind.Conflict);
    public static Refusal ConsentDiffers(ConsentScope scope) =>
        new("merge.consent-differs", $"Consent to '{Words(scope)}' was withdrawn in one of the families and stands in the other. Ask the family, and record the same in both first.", RefusalKind.Conflict);
    public static Refusal SamePlace(string title, FormPlace place, FormPlace other) =>
        new("merge.same-place", $"Both families have a form '{title}' at wave {place.Wave} about {place.Subject} from {place.Respondent}. Move the one about {other.Subject} elsewhere or give it up first.", RefusalKind.Conflict);
    public static Refusal Misfits(IReadOnlyCollection<Refusal> each) => each.First() with { Sentence = string.Join(' ', each.Select(r => r.Sentence).Distinct().Take(10)), Faults = [] };

    private static string Words(ConsentScope scope) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(scope.ToString()).Replace('-', ' ');
}
