using System.CommandLine;
using SosLongitudinal.Web.Api.Drafts;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.Forms;

/// <summary><c>sos form drafts</c>: what the token's owner typed on pages and did not save.</summary>
internal static class DraftsCommand
{
    private static readonly Option<string?> Forget = new("--forget") { Description = "Throw this one away, by its id." };

    public static Command Command() => new Command("drafts", "List your own forms that were typed and not saved, or throw one away.") { Forget }.Listed().Once().WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        if (parsed.GetValue(Forget) is { } id)
            return Said.Of(await study.Send<object>(HttpMethod.Delete, $"drafts/{Uri.EscapeDataString(id)}", null, Operation.Of(parsed), cancellation), _ => Said.Done($"{id} is thrown away"));
        var listed = await study.All<DraftLine>("drafts", cancellation);
        return Said.Of(listed, rows => Listing.Show(parsed, rows, "Everything that you typed is saved.",
            new("Id", d => d.Operation), new("Typed (UTC)", d => d.TypedAt), new("Form", d => d.Title), new("Go on at", d => d.Address)));
    }
}
