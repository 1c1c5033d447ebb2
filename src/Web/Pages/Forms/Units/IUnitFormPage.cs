using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Forms.Units;

/// <summary>What the pages that enter a worker's and a site's form share with the partial that shows their fields.</summary>
public interface IUnitFormPage
{
    UnitPaper Paper { get; }
    TypedDate CompletedOn { get; }
    FormMode? Mode { get; }
    string Language { get; }
    string Reason { get; }
    FormFields Fields { get; }
}

/// <summary>What was typed into such a page, as the form that is sent in.</summary>
public static class UnitTyping
{
    public static Decision<UnitFormEntry> Read(IUnitFormPage page, TypedAnswers answers)
    {
        var typed = new TypedFields();
        var on = typed.Read(page.CompletedOn.Read("CompletedOn", "day on which the form was filled in"));
        var mode = typed.Chosen(page.Mode, "Mode", "Choose how it was filled in.");
        var held = answers.Check(page.Paper.Instrument, on);
        if (held is Decision<CheckedAnswers>.Refused(var why)) return why with { Faults = [.. typed.Refusal?.Faults ?? [], .. why.Faults] };
        if (typed.Refusal is { } no) return no;
        var kept = ((Decision<CheckedAnswers>.Accepted)held).Value;
        return new UnitFormEntry(page.Paper.Wave.Code, page.Paper.Instrument.Id, page.Paper.Instrument.Version, on, mode, page.Language.Trim(), kept.Answers) { Aside = kept.Aside };
    }
}
