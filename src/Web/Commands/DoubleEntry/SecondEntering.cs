using System.CommandLine;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.DoubleEntry;
using SosLongitudinal.Web.Commands.Forms;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.DoubleEntry;

/// <summary><c>sos entries enter</c>: a form of the sample a second time, without being shown the first.</summary>
internal static class SecondEntering
{
    private static readonly Argument<FormRef> Form = FormRef.Argument();
    private static readonly Argument<string[]> Keyed = KeyedItems.Argument(isNeeded: true);
    private static readonly Option<DateOnly> On = new("--on") { Description = "The day on the form, such as 2016-03-04.", Required = true };
    private static readonly Option<FormMode?> Mode = OneOf<FormMode>.Option("--mode", "How it was filled in");
    private static readonly Option<string?> Language = new("--language") { Description = "Its language, such as en." };

    public static Command Command() => new Command("enter", "Enter a form of the sample a second time.") { Form, Keyed, On, Mode, Language }.Once().WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var (form, on) = (parsed.GetValue(Form), parsed.GetValue(On));
        if (await study.Get<SecondAsked>($"{form.Path}/second", cancellation) is var asked && asked is not Decision<SecondAsked>.Accepted { Value: var first }) return Said.Refused(((Decision<SecondAsked>.Refused)asked).Why);
        var read = await KeyedItems.Read(parsed.GetValue(Keyed)!, $"instruments/{form.Place.Instrument}?version={first.InstrumentVersion}", study, cancellation); // numbers are those of the paper, which the first entry names
        if (read is not Decision<Dictionary<string, object?>>.Accepted { Value: var answers }) return Said.Refused(((Decision<Dictionary<string, object?>>.Refused)read).Why);
        var body = new { completedOn = on, answers, mode = parsed.GetValue(Mode) ?? form.UsualMode, language = parsed.GetValue(Language) ?? "en" };
        return Said.Of(await study.Send<SecondSaved>(HttpMethod.Put, $"{form.Path}/second", body, Operation.Of(parsed), cancellation),
            saved => Said.Done(saved.Open == 0 ? $"{form} says the same in both entries" : $"{form} differs in {saved.Open} of its answers, to be settled: sos entries differences {form}"));
    }
}
