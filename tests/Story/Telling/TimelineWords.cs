using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Story.Telling;

/// <summary>A fact as one line of the timeline says it: what it is, and the rest.</summary>
internal static class TimelineWords
{
    /// <param name="before">The family as it was, so that a line can say what changed.</param>
    public static (string What, string Details) Of(FamilyFact fact, FamilyState before) => fact switch
    {
        FamilyFact.Sampled f => ("sampled", $"{f.Serial} at {f.Site}, cohort {f.Cohort}"),
        FamilyFact.Screened f => ("screened", f.Eligible ? "eligible" : "not eligible"),
        FamilyFact.Approached f => ("approached", $"by {f.Approacher}"),
        FamilyFact.AgreedToContact f => ("agreed", $"to contact on {f.On:O}"),
        FamilyFact.Ended f => ("ended", $"{Word(f.Reason)} on {f.On:O}"),
        FamilyFact.Moved f => ("moved", $"{before.Site} → {f.To} on {f.On}"),
        FamilyFact.MemberJoined f => ("joined", $"{f.Member} {Word(f.Role)}{(f.Birth is { } born ? $" born {born}" : "")} on {f.On}"),
        FamilyFact.MemberLeft f => ("left", $"{f.Member} on {f.On}"),
        FamilyFact.MemberCorrected f => ("corrected", $"{f.Member} born {f.Birth} (was {before.Member(f.Member)!.Birth})"),
        FamilyFact.IndexChildChosen f => ("index child", $"{f.Child}, {Word(f.How)}"),
        FamilyFact.ConsentGiven f => ("consented", $"to {Word(f.Scope)}{(f.About is { } about ? $" about {about}" : "")}, {f.GivenBy}"),
        FamilyFact.ConsentWithdrawn f => ("withdrew", $"{string.Join(", ", f.Scopes.Select(Word))} from {f.From:O}, {Word(f.Extent)}"),
        FamilyFact.WorkerAllocated f => ("worker", $"{(before.WorkerSpells.IsEmpty ? "" : $"{Holder(before.WorkerSpells[^1].Holder)} → ")}{Holder(f.Holder)} from {f.From}"),
        FamilyFact.CaseEventRecorded f => ("case", $"{Word(f.Event)} on {f.On}"),
        FamilyFact.InterviewerAssigned f => ("assigned", $"{f.Wave} to {f.Interviewer}"),
        FamilyFact.InterviewRecorded f => ("visited", $"{f.Wave} on {f.Interview.Visits[^1].On:O} at {f.Interview.Visits[^1].Place}, with {f.Interview.Respondent}"),
        FamilyFact.DispositionRecorded f => ("lost", $"{f.Wave} {Word(f.Track)}: {SosLongitudinal.Study.Fieldwork.Dispositions.Find(f.Code)!.Label} ({f.Code})"),
        FamilyFact.FormEntered f => ("form", $"{Place(f.Place)}{Score(f)}{Flags(f)}"),
        FamilyFact.FormNotAchieved f => ("no form", $"{Place(f.Place)}, {Word(f.Reason)}"),
        _ => throw new InvalidOperationException($"The timeline has no words for {fact.GetType().Name}."),
    };

    private static string Place(FormPlace place) => $"{place.Wave} {place.Instrument} about {place.Subject} from {place.Respondent}";

    private static string Score(FamilyFact.FormEntered form) =>
        InstrumentShelf.Library.Find(form.Place.Instrument) is { } definition && Scoring.Score(definition, form.Answers)["ebdtot"] is { Value: { } total } ? $", total {total}" : "";

    private static string Flags(FamilyFact.FormEntered form) => form.Flags.IsEmpty ? "" : $" [{string.Join(", ", form.Flags.Select(flag => Word(flag)))}]";

    private static string Holder(CaseHolder holder) => holder.Match(h => h.Worker.ToString(), h => h.Label, h => h.Label, _ => "unallocated", _ => "case closed", _ => "not known");

    private static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()).Replace('-', ' ');
}
