using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>A parent SDQ as typed: 0, 1, 2, 0, 1, 2 ... and no difficulties beside.</summary>
public static class SdqAnswers
{
    public static string Address(FamilyState family, string instrument = "sdq-p-4-17") =>
        FormsLinks.Enter(family.Id, OpenedStudy.T1, InstrumentId.Parse(instrument), family.Child().Id, family.Parent().Id);

    public static Dictionary<string, string> Typed(FamilyState family, DateOnly on, string instrument = "sdq-p-4-17")
    {
        var items = InstrumentShelf.Library[instrument].Items;
        var typed = new Dictionary<string, string>
        {
            ["Respondent"] = family.Parent().Id.ToString(),
            ["CompletedOn.Day"] = $"{on.Day}",
            ["CompletedOn.Month"] = $"{on.Month}",
            ["CompletedOn.Year"] = $"{on.Year}",
            ["Mode"] = "Paper",
            ["Language"] = "en",
            ["answer.ebddiff"] = "0",
        };
        for (var i = 0; i < 25; i++) typed[$"answer.{items[i].Name}"] = $"{i % 3}";
        return typed;
    }

    public static Dictionary<string, string> But(this Dictionary<string, string> typed, params (string Field, string Value)[] changes)
    {
        foreach (var (field, value) in changes) typed[field] = value;
        return typed;
    }
}
