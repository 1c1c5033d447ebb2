using System.CommandLine;
using SosLongitudinal.Web.Api.FormWork;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Forms;

internal static class FormLocking
{
    private static readonly Argument<FormRef> Form = FormRef.Argument();
    private static readonly Option<string> Why = new("--why") { Description = "The reason, which its history keeps.", Required = true };

    public static Command Command(string name, string description) => new Command(name, description) { Form, Why }.Once().WithStudy(async (parsed, study, cancellation) =>
        Said.Of(await study.Send<FormStood>(HttpMethod.Post, $"{parsed.GetValue(Form).Path}/{name}", new ReasonBody(parsed.GetValue(Why)!), Operation.Of(parsed), cancellation),
            _ => Said.Done($"{parsed.GetValue(Form)} is {name}ed")));
}
