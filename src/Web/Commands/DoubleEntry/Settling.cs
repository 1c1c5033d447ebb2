using System.CommandLine;
using System.Text.Json;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.DoubleEntry;
using SosLongitudinal.Web.Commands.Forms;
using SosLongitudinal.Web.Commands.Shared;

namespace SosLongitudinal.Web.Commands.DoubleEntry;

/// <summary><c>sos entries settle FORM 7=first 12=second 15=1 --why "..."</c>.</summary>
internal static class Settling
{
    private static readonly Argument<FormRef> Form = FormRef.Argument();
    private static readonly Argument<string[]> Chosen = new("item=choice") { Description = "first, second, or a third value, by the item's number or name as 'sos entries differences' prints it: 7=first 12=second 15=1.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Why = new("--why") { Description = "Why neither entry is right; needed for a third value." };

    public static Command Command() => new Command("settle", "Settle differences by the first entry, the second, or a third value with a reason.") { Form, Chosen, Why }.Listed().Once().WithStudy(Run);

    private static async Task<int> Run(ParseResult parsed, StudyClient study, CancellationToken cancellation)
    {
        var form = parsed.GetValue(Form);
        var there = await study.Get<DifferencesView>($"{form.Path}/differences", cancellation);
        if (there is not Decision<DifferencesView>.Accepted { Value: var view }) return Said.Refused(((Decision<DifferencesView>.Refused)there).Why);
        var items = new List<object>();
        foreach (var one in parsed.GetValue(Chosen)!)
        {
            if (one.Split('=', 2) is not [var name, var taken]) return Said.Refused(new("settle.choice", $"'{one}' settles nothing. Write the item, '=' and first, second or a third value, such as 7=first."));
            if (view.Items.FirstOrDefault(d => d.Item == name || $"{d.Number}" == name) is not { } difference) return Said.Refused(new("settle.item", $"The entries do not differ in '{name}'. They differ in: {string.Join(", ", view.Items.Select(d => d.Item))}."));
            items.Add(taken switch
            {
                "first" => new { item = difference.Item, take = SettledBy.First },
                "second" => new { item = difference.Item, take = SettledBy.Second },
                _ => new { item = difference.Item, take = SettledBy.Third, value = Value(taken), reason = parsed.GetValue(Why) },
            });
        }
        return Said.Of(await study.Send<DifferencesView>(HttpMethod.Post, $"{form.Path}/settle", new { items }, Operation.Of(parsed), cancellation), settled =>
        {
            var open = settled.Items.Count(d => d.Settled is null);
            Console.Error.WriteLine(open == 0 ? "All differences are settled; the form says what was settled." : $"{open} of {settled.Items.Length} differences are left.");
            return EntriesCommand.Shown(parsed, settled);
        });
    }

    /// <summary>A reason for no answer, several codes, a number, else a text; the server reads it by the item's type.</summary>
    private static object Value(string typed) =>
        Study.Instruments.MissingReasons.TryParse(typed, out var reason) && Study.Instruments.MissingReasons.IsKeyed(reason) ? new { missing = typed }
        : decimal.TryParse(typed, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
        : typed.Split(' ') is { Length: > 1 } codes && codes.All(c => int.TryParse(c, out _)) ? JsonSerializer.SerializeToElement(codes.Select(int.Parse))
        : typed;
}
