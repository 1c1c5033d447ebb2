using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms.Enter;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Batch;

/// <summary>One paper form as it is keyed, apart from its answers.</summary>
public sealed class Paper
{
    /// <summary>The id or label as typed.</summary>
    public string Id { get; set; } = "";

    /// <summary>What <see cref="Id"/> was when the family was looked up, and the id of whom the form is about.</summary>
    public string FoundFor { get; set; } = "";

    public string About { get; set; } = "";

    public bool Sure { get; set; }

    /// <summary>The member whom the person chose where an id could mean several.</summary>
    public string Pick { get; set; } = "";

    /// <summary>The day on the paper; there is none until it is typed.</summary>
    public string On { get; set; } = "";

    public string Respondent { get; set; } = "";

    /// <summary>Respondents whose form was shown as one that is entered a second time.</summary>
    public string[] Second { get; set; } = [];

    public string Reason { get; set; } = "";

    public bool LeaveOut { get; set; }

    public bool IsFound => About.Length > 0 && Id.Trim() == FoundFor;

    /// <summary>The form as it can be sent in, or every fault of it at its field.</summary>
    public Decision<PaperEntry> Read(BatchOf batch, Finding.Ready found, TypedAnswers answers, DateOnly today)
    {
        var typed = new TypedFields();
        var on = DateText.Read(On, today);
        if (on is null) typed.Fault("Paper.On", On.Trim().Length == 0 ? "Enter the date on the form, such as 4/3/16 or 040316." : "The date must be a real one, such as 4/3/16 or 040316.");
        var informant = found.Informants.FirstOrDefault(i => i.Who.ToString() == Respondent);
        if (informant is null) typed.Fault("Paper.Respondent", Party.TryParse(Respondent, null, out var who) ? $"{who.Words(found.Family)} cannot answer this form. Choose who answered." : "Choose who answered.");
        var checkedAnswers = answers.Check(batch.Instrument, on ?? today);
        if (checkedAnswers is Decision<CheckedAnswers>.Refused { Why: var why }) return why with { Faults = [.. typed.Refusal?.Faults ?? [], .. why.Faults] };
        if (typed.Refusal is { } no) return no;
        var kept = ((Decision<CheckedAnswers>.Accepted)checkedAnswers).Value;
        if (!LeaveOut && answers.LeftOut(batch.Instrument, kept.Answers) is { Count: > 0 } left) return FormPageRefusals.LeftOut(left);
        var place = new FormPlace(batch.Wave.Code, batch.Instrument.Id, found.Subject, informant!.Who);
        var entry = new FormEntry(place, batch.Instrument.Version, on!.Value, batch.Mode, batch.Language, kept.Answers) { Aside = kept.Aside };
        return new PaperEntry(entry, informant.IsSecond && Second.Contains(Respondent), kept.Sentence());
    }
}

/// <summary>A form ready to be sent in; <see cref="Aside"/> says what was set aside.</summary>
public sealed record PaperEntry(FormEntry Entry, bool IsSecond, string? Aside);
