using System.Net;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Design;

namespace SosLongitudinal.Tests.Web.Pages;

public sealed class ContactProtocolTests(RunningDemo demo)
{
    [Fact]
    public async Task The_demo_declares_a_protocol_and_sent_unchanged_it_stays_as_it_is()
    {
        var administrator = await demo.As(Roles.Administrator);
        var before = await demo.Grains.Study().Read();
        var page = await administrator.Get(DesignLinks.ContactProtocol);
        Assert.Equal("Mon-Fri 9:00-12:00", page.Document.QuerySelector("[name='Times[0].When']")!.GetAttribute("value"));
        var typed = page.Document.QuerySelectorAll("main form input[type=text]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Send(page, DesignLinks.ContactProtocol, typed)).Status);
        Assert.Equal(before.Version, (await demo.Grains.Study().Read()).Version);
        Assert.Contains("At most 6 attempts at each wave, 3 days apart", (await administrator.Get(DesignLinks.Show)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_and_hours_that_are_none_are_asked_for_again()
    {
        var administrator = await demo.As(Roles.Administrator);
        var page = await administrator.Post(DesignLinks.ContactProtocol, new Dictionary<string, string> { ["MostAttempts"] = "six", ["DaysBetween"] = "3", ["Times[0].Label"] = "Mornings", ["Times[0].When"] = "before noon" });
        page.ShouldAskFor("MostAttempts", "Enter a whole number, such as 3.");
        Assert.Contains("Enter days and hours, such as Mon-Fri 9:00-12:00.", page.Words, StringComparison.Ordinal);
    }
}
