using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.DoubleEntry;

/// <summary>A study in which every parent SDQ and every case record is entered twice; the first entries are made by <see cref="First"/>.</summary>
public sealed class TwiceStudy : RunningStudy
{
    public const string First = "first-entry@study.example";

    protected override async Task Open()
    {
        await base.Open();
        OpenedStudy.Accepted(await Grains.Study().DeclareDoubleEntry(new(OpenedStudy.Sdq, null, 100), OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await Grains.Study().DeclareDoubleEntry(new(new("case-record"), null, 100), OpenedStudy.Stamp()));
    }

    /// <summary>A family whose SDQ was entered once: every item the same but those named.</summary>
    public async Task<FamilyState> OnceEntered(params (string Item, int Code)[] keyed)
    {
        var family = await this.Family();
        OpenedStudy.Accepted(await Grains.Forms(family.Id).Enter(Entry(family, keyed), By(First)));
        return (await Grains.Family(family.Id).Read())!;
    }

    /// <summary>And a second time, by somebody else.</summary>
    public async Task<FamilyState> TwiceEntered(params (string Item, int Code)[] second)
    {
        var family = await OnceEntered();
        OpenedStudy.Accepted(await Grains.SecondEntry(family.Id).Enter(Entry(family, second), By("second-entry@study.example")));
        return (await Grains.Family(family.Id).Read())!;
    }

    public static FormEntry Entry(FamilyState family, params (string Item, int Code)[] keyed)
    {
        var sdq = InstrumentShelf.Library[OpenedStudy.Sdq];
        var answers = sdq.Items.Take(25).ToDictionary(i => i.Name, _ => Answer.Of(1));
        answers["ebddiff"] = Answer.Of(0);
        foreach (var (item, code) in keyed) answers[item] = Answer.Of(code);
        return new(family.SdqPlace(), sdq.Version, OpenedStudy.Today.AddDays(-3), FormMode.Paper, "en", OpenedStudy.Accepted(AnswerRules.Check(sdq, answers)).Answers);
    }

    public static Stamp By(string who) => OpenedStudy.Stamp() with { By = who };

    public static string Place(FamilyState family, string task = "") => $"/families/{family.Id}/forms/{family.SdqPlace()}{task}";
}
