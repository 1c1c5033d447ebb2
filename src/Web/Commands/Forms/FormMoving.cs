using System.CommandLine;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.FormWork;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Forms;

/// <summary>Forms that were entered in the wrong place.</summary>
internal static class FormMoving
{
    private static readonly Argument<FormRef> Form = FormRef.Argument();
    private static readonly Argument<FormRef> To = FormRef.Argument("to", "Where it belongs");
    private static readonly Argument<FormRef> Other = FormRef.Argument("other", "The form of the same family to exchange it for");
    private static readonly Option<string> Why = new("--why") { Description = "Why it was in the wrong place.", Required = true };

    public static Command Move() => new Command("move", "Move a form to another subject, respondent, wave or family; its history stays and its scores are made again.") { Form, To, Why }.Once().WithStudy(async (parsed, study, cancellation) =>
    {
        var (from, to) = (parsed.GetValue(Form), parsed.GetValue(To));
        if (to.Place.Instrument != from.Place.Instrument) return Said.Refused(OtherInstrument);
        var body = Body(to, parsed.GetValue(Why)!) with { Family = to.Family == from.Family ? null : to.Family };
        return await Send(parsed, study, $"{from.Path}/move", body, cancellation);
    });

    public static Command Swap() => new Command("swap", "Swap two forms of a family.") { Form, Other, Why }.Once().WithStudy(async (parsed, study, cancellation) =>
    {
        var (one, other) = (parsed.GetValue(Form), parsed.GetValue(Other));
        if (other.Family != one.Family) return Said.Refused(new("form.other-family", "Both forms are of one family. A form that belongs to another family is moved: sos form move."));
        return other.Place.Instrument != one.Place.Instrument ? Said.Refused(OtherInstrument) : await Send(parsed, study, $"{one.Path}/swap", Body(other, parsed.GetValue(Why)!), cancellation);
    });

    public static Command Finish() => new Command("finish-move", "Finish a move to another family that stopped.") { Form }.Once().WithStudy((parsed, study, cancellation) => Send(parsed, study, $"{parsed.GetValue(Form).Path}/move/finish", null, cancellation));

    public static Command CallOff() => new Command("call-off-move", "Call a move to another family off.") { Form }.Once().WithStudy((parsed, study, cancellation) => Send(parsed, study, $"{parsed.GetValue(Form).Path}/move/keep", null, cancellation));

    private static Refusal OtherInstrument { get; } = new("form.other-instrument", "A form stays on its instrument. What was entered on the wrong instrument is entered again on the right one.");

    private static MoveBody Body(FormRef to, string why) => new(why, null, to.Place.Wave, to.Place.Subject, to.Place.Respondent);

    private static async Task<int> Send(ParseResult parsed, StudyClient study, string path, MoveBody? body, CancellationToken cancellation) =>
        Said.Of(await study.Send<FormStood>(HttpMethod.Post, path, body, Operation.Of(parsed), cancellation), FormCommand.Stood);
}
