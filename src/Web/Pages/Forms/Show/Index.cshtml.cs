using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Show;

/// <summary>One filled form: its answers, scores with their bands, and what stands out about it.</summary>
public sealed class IndexModel : FormTask
{
    [FromRoute(Name = "respondent")] public string RespondentText { get; set; } = "";

    public Form Form { get; private set; } = null!;

    /// <summary>The definition that it was entered by.</summary>
    public InstrumentDefinition Entered { get; private set; } = null!;

    public Scores Scores { get; private set; } = Scores.None;

    /// <summary>The next form of this wave that is still wanted.</summary>
    public DueForm? Next { get; private set; }

    /// <summary>Whether this person may still be the one to enter it a second time: then nothing of what it says is shown.</summary>
    public bool IsHidden { get; private set; }

    public SecondStatus Twice { get; private set; }

    public async Task OnGet()
    {
        IsHidden = await HttpContext.RequestServices.GetRequiredService<BlindEntry>().Hides(Person, Family.Id, Form);
        var drawn = await Grains.SecondEntry(Family.Id).IsDrawn(Form.Place);
        Twice = SecondStatuses.Of(Form, _ => drawn);
        if (IsHidden) return;
        Scores = Scoring.Score(Entered, Form.Answers);
        Next = DueList.Of(Frame, Family, Today).Where(t => t.Wave == Wave.Code).SelectMany(t => t.Forms).FirstOrDefault(f => !f.Done && f.NotAchieved is null && f.Respondent is not null);
    }

    public string Words(int item) => Form.Answers.At(item).Match(
        code => Entered.ChoicesOf(Entered.Items[item]).FirstOrDefault(c => c.Code == code.Value)?.Label is { } label ? $"{code.Value} {label}" : $"{code.Value}",
        number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        text => text.Value,
        date => date.Value.Words(),
        codes => codes.Values.IsEmpty ? "None" : string.Join(", ", codes.Values.Select(v => Entered.ChoicesOf(Entered.Items[item]).FirstOrDefault(c => c.Code == v)?.Label ?? $"{v}")),
        missing => missing.Reason.Words());

    /// <summary>What was answered to an item that does not apply.</summary>
    public string? Aside(Item item) => Form.Trail?.Aside is { } aside && aside.Shape.IndexOf(item.Name) is >= 0 and var at ? aside.At(at).AsText() : null;

    protected override bool Fits(FamilyState family)
    {
        if (!base.Fits(family) || !Party.TryParse(RespondentText, null, out var respondent) || family.FormAt(PlaceOf(respondent)) is not { } form) return false;
        (Form, Entered) = (form, Frame.Shelf.Find(form.Place.Instrument, form.InstrumentVersion) ?? Instrument);
        return true;
    }
}
