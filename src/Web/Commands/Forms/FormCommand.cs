using System.CommandLine;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Forms;
using SosLongitudinal.Web.Api.FormWork;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Forms;

/// <summary><c>sos form</c>: one form of a family, from its entry to its lock.</summary>
internal static class FormCommand
{
    private static readonly Argument<FormRef> Form = FormRef.Argument();
    private static readonly Argument<string[]> Keyed = KeyedItems.Argument(isNeeded: true);
    private static readonly Argument<string[]> Changed = KeyedItems.Argument(isNeeded: false);
    private static readonly Option<DateOnly?> On = new("--on") { Description = "The day on the form, such as 2016-03-04.", Required = true };
    private static readonly Option<DateOnly?> NewDay = new("--on") { Description = "The right day of the form, where it is changed." };
    private static readonly Option<FormMode?> Mode = OneOf<FormMode>.Option("--mode", "How it was filled in");
    private static readonly Option<string?> Language = new("--language") { Description = "Its language, such as en." };
    private static readonly Option<string?> Kept = new("--why") { Description = "Why it is kept where the design does not ask for it." };
    private static readonly Option<EditReason?> Reason = OneOf<EditReason>.Option("--reason", "Why it is changed", isNeeded: true);
    private static readonly Option<string?> Words = new("--why") { Description = "The reason in words." };
    private static readonly Option<int?> Seen = new("--version") { Description = "The form's version that the change was made on; refused with both values where somebody has changed it since. The present one without." };
    private static readonly Option<NotAchievedReason?> Missing = OneOf<NotAchievedReason>.Option("--reason", "Why it will not come", isNeeded: true);

    public static Command Command() => new("form", "Enter, show, change, move and lock one form.")
    {
        new Command("show", "Show a form with its answers and scores.") { Form }.Listed().WithStudy(FormShow.Run),
        new Command("history", "List what became of a form: edits, moves, locks, queries and its paper, the oldest first.") { Form }.Listed().WithStudy(FormHistory.Run),
        new Command("enter", "Enter a filled form.") { Form, Keyed, On, Mode, Language, Kept }.Once().WithStudy(Enter),
        new Command("not-achieved", "Record that a form will not come.") { Form, Missing, On, Words }.Once().WithStudy(NotAchieved),
        new Command("edit", "Change a saved form.") { Form, Changed, Reason, Words, NewDay, Mode, Language, Seen }.Once().WithStudy(Edit),
        DraftsCommand.Command(),
        FormMoving.Move(),
        FormMoving.Swap(),
        FormMoving.Finish(),
        FormMoving.CallOff(),
        FormLocking.Command("lock", "Lock a form: nothing of it changes until it is unlocked."),
        FormLocking.Command("unlock", "Unlock a form."),
    };

    private static async Task<int> Enter(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var (form, on) = (parsed.GetValue(Form), parsed.GetValue(On)!.Value);
        var read = await KeyedItems.Read(parsed.GetValue(Keyed)!, $"instruments/{form.Place.Instrument}?wave={form.Place.Wave}&on={on:yyyy-MM-dd}", study, cancellation);
        if (read is not Decision<Dictionary<string, object?>>.Accepted { Value: var answers }) return Said.Refused(((Decision<Dictionary<string, object?>>.Refused)read).Why);
        var body = new { completedOn = on, answers, mode = parsed.GetValue(Mode) ?? form.UsualMode, language = parsed.GetValue(Language) ?? "en", reason = parsed.GetValue(Kept) };
        return Said.Of(await study.Send<FormSaved>(HttpMethod.Put, form.Path, body, Operation.Of(parsed), cancellation), saved =>
        {
            foreach (var warning in saved.Warnings) Console.Error.WriteLine($"note: {warning.Sentence}");
            foreach (var flag in saved.Flags) Console.Error.WriteLine($"flagged: {Listing.Cell(flag)}");
            foreach (var item in saved.SetAside) Console.Error.WriteLine($"set aside, as it does not apply: {item}");
            return Said.Done($"{form} is saved as version {saved.Version}: {FormShow.Scores(saved.Scores)}");
        });
    }

    private static async Task<int> NotAchieved(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var (form, body) = (parsed.GetValue(Form), new NotAchievedBody(parsed.GetValue(Missing)!.Value, parsed.GetValue(On)!.Value, parsed.GetValue(Words)));
        return Said.Of(await study.Send<object>(HttpMethod.Put, $"{form.Path}/not-achieved", body, Operation.Of(parsed), cancellation), _ => Said.Done($"{form} is not achieved: {Listing.Cell(body.Reason)}"));
    }

    private static async Task<int> Edit(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var form = parsed.GetValue(Form);
        var stands = await study.Get<FormSaved>(form.Path, cancellation);
        if (stands is not Decision<FormSaved>.Accepted { Value: var saved }) return Said.Refused(((Decision<FormSaved>.Refused)stands).Why);
        var read = await KeyedItems.Read(parsed.GetValue(Changed) ?? [], $"instruments/{form.Place.Instrument}?version={saved.InstrumentVersion}", study, cancellation);
        if (read is not Decision<Dictionary<string, object?>>.Accepted { Value: var answers }) return Said.Refused(((Decision<Dictionary<string, object?>>.Refused)read).Why);
        var body = new
        {
            version = parsed.GetValue(Seen) ?? saved.Version, reason = parsed.GetValue(Reason), answers, why = parsed.GetValue(Words),
            completedOn = parsed.GetValue(NewDay), mode = parsed.GetValue(Mode), language = parsed.GetValue(Language),
        };
        return Said.Of(await study.Send<FormStood>(HttpMethod.Post, $"{form.Path}/edits", body, Operation.Of(parsed), cancellation),
            stood => stood.Version == saved.Version ? Said.Done($"{form} says so already; nothing is changed") : Stood(stood));
    }

    /// <summary>How a form stands after something was done to it.</summary>
    internal static int Stood(FormStood form)
    {
        var now = new FormRef(form.Family, new(form.Wave, form.Instrument, form.Subject, form.Respondent));
        return Said.Done($"{now} is at version {form.Version}{(form.Scores.Count == 0 ? "" : $": {FormShow.Scores(form.Scores.ToDictionary(s => s.Key, s => (decimal?)s.Value))}")}");
    }
}
