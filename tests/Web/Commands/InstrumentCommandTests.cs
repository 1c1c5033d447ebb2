using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Web.Instruments;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Commands;

public sealed class InstrumentCommandTests(RunningStudy study)
{
    [Fact]
    public async Task An_instrument_is_drafted_compared_published_and_put_in_force_from_the_command_line()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("housing.json"), DraftedForms.Housing("cli-housing"), TestContext.Current.CancellationToken);
        string[] door = ["--server", study.Address.ToString(), "--token", (await (await study.As(Roles.Administrator)).Token(study))!];
        Task<Sos> Run(params string[] arguments) => Sos.Run(folder.Path, ["instrument", .. arguments, .. door]);

        Assert.Contains("Version 1 of cli-housing is drafted", (await Run("draft", "cli-housing", "--file", "housing.json")).Out, StringComparison.Ordinal);
        var compared = await Run("compare", "cli-housing");
        Assert.Equal(0, compared.Exit);
        Assert.Contains("added", compared.Out, StringComparison.Ordinal);
        Assert.Contains("published", (await Run("publish", "cli-housing")).Out, StringComparison.Ordinal);
        Assert.Contains("in force at t1", (await Run("in-force", "cli-housing", "--wave", "t1", "--version", "1", "--from", "2024-01-01")).Out, StringComparison.Ordinal);
        Assert.Contains("cli-housing", (await Run("list")).Out, StringComparison.Ordinal);
        Assert.Contains("\"damp\"", (await Run("show", "cli-housing")).Out, StringComparison.Ordinal);

        var again = await Run("publish", "cli-housing");
        Assert.Equal((1, true), (again.Exit, again.Error.Contains("has no draft", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(folder.File("broken.json"), "{", TestContext.Current.CancellationToken);
        Assert.Equal(1, (await Run("draft", "cli-housing", "--file", "broken.json")).Exit);
    }
}
