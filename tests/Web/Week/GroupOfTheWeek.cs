namespace SosLongitudinal.Tests.Web.Week;

/// <summary>A focus group of parents: planned, drawn, booked, held, its transcript coded, closed.</summary>
internal sealed class GroupOfTheWeek(Desk desk)
{
    private const int Seats = 4;
    private string address = "";

    /// <summary>Six are drawn for four seats; the first who declines makes room for the first who waits.</summary>
    public async Task Fill(string site, DateOnly on)
    {
        await desk.Page.GotoAsync("/focus-groups/plan");
        await desk.Select("Site", site);
        await desk.Select("Wave", "t2");
        await desk.Choose("Kind", "Parents");
        await desk.Type("Typed.Seats", $"{Seats}");
        await desk.Type("Typed.Minutes", "60");
        await desk.Save();
        address = new Uri(desk.Page.Url).AbsolutePath;
        desk.Mask(address.Split('/')[^1], "(group)"); // ids and the draw hang on the study's secret

        await desk.Page.GotoAsync($"{address}/invite");
        await desk.Type("HowMany", "6");
        await desk.Choose("Way", "Letter");
        await desk.Save();

        await desk.Page.GotoAsync($"{address}/book");
        await desk.Page.Locator("[name=Lead]").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await desk.Choose("Mode", "Video");
        await desk.Date("On", on);
        await desk.Type("At", "10:00");
        await desk.Type("Minutes", "60");
        await desk.Save();

        await desk.Page.GotoAsync($"{address}/replies");
        var replies = await desk.Page.Locator("select[name^=Said]").AllAsync();
        for (var n = 0; n < replies.Count; n++) await replies[n].SelectOptionAsync(n == 0 ? "No" : "Yes");
        await desk.Save();
        await desk.Tell("The group is filled", address, [".govuk-summary-list__row"]);
    }

    public async Task Hold(DateOnly on)
    {
        await desk.Page.GotoAsync($"{address}/attendance");
        var (came, recorded) = (await desk.Page.Locator("select[name^=Came]").AllAsync(), await desk.Page.Locator("select[name^=Recorded]").AllAsync());
        for (var n = 0; n < came.Count; n++)
        {
            await came[n].SelectOptionAsync(n < Seats ? "yes" : "no");
            if (n < Seats) await recorded[n].SelectOptionAsync("Agreed");
        }
        await desk.Save();
        foreach (var step in new[] { "Received", "Checked", "Anonymised", "Coded" })
        {
            await desk.Page.GotoAsync($"{address}/transcript");
            await desk.Select("Step", step);
            if (step == "Received") await desk.Choose("Source", "Recording");
            await desk.Type("Who", "research team");
            await desk.Date("On", on);
            await desk.Save();
        }
        await desk.Page.GotoAsync($"{address}/close");
        await desk.Save();
        await desk.Tell("The group is closed", address, [".govuk-summary-list__row", Desk.Under("transcript")]);
        await desk.Tell("What the sites are still to hold", "/focus-groups", ["#progress ~ .table-scroll table", ".page-head:has(#progress) ~ .table-scroll table"]);
    }
}
