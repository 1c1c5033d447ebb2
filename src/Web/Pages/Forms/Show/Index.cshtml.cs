using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.Show;

/// <summary>One filled form: its answers, scores with their bands, what stands out about it, and what became of it since.</summary>
public sealed class IndexModel : PlacedForm
{
    public Scores Scores { get; private set; } = Scores.None;

    /// <summary>The next form of this wave that is still wanted.</summary>
    public DueForm? Next { get; private set; }

    /// <summary>Nothing of what it says is shown: this person may still be the one to enter it a second time, or it was withdrawn from use.</summary>
    public bool IsHidden { get; private set; }

    public SecondStatus Twice { get; private set; }
    /// <summary>Why nothing may change here; <c>null</c> where it may.</summary>
    public Refusal? Closed { get; private set; }

    public ImmutableArray<(string Label, string Href)> Actions { get; private set; } = [];

    public bool MayEdit => Closed is null && Person.May("Forms/Edit");

    /// <summary>It came from another family, which has not given it up yet.</summary>
    public bool StandsInBoth { get; private set; }

    public ReceiptLog Paper => ReceiptLog.Of(Family, Frame.Design, Form.Place);

    public DateTimeOffset Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    public async Task OnGet()
    {
        IsHidden = IsWithdrawn || await HttpContext.RequestServices.GetRequiredService<BlindEntry>().Hides(Person, Family.Id, Form);
        var drawn = await Grains.SecondEntry(Family.Id).IsDrawn(Form.Place);
        Twice = SecondStatuses.Of(Form, _ => drawn);
        if (IsHidden) return;
        Scores = Scoring.Score(Entered, Form.Answers);
        Next = DueList.Of(Frame, Family, Today).Where(t => t.Wave == Wave.Code).SelectMany(t => t.Forms).FirstOrDefault(f => !f.Done && f.NotAchieved is null && f.Respondent is not null);
        Closed = FormLocks.Fault(Family, Frame, Form.Place);
        Actions = FormActions.For(Person, Family, Form, Closed is not null);
        StandsInBoth = Form.Trail?.Origin is { } origin && (await Grains.Family(origin.From).Read())?.FormAt(origin.Place)?.Trail?.Leaving is { } leaving && (leaving.To, leaving.Place) == (Family.Id, Form.Place);
    }

    public string Words(int item) => Form.Answers.At(item).Words(Entered, Entered.Items[item]);

    /// <summary>What quality rules find in this form and nobody has set aside.</summary>
    public ImmutableArray<QualityHit> Warnings => IsHidden ? [] : QualityCheck.AtEntry(Family, Frame, Form.Place, Today);

    /// <summary>Who held the family's case on the day on which the form was filled in; later changes of worker leave it as it is.</summary>
    public CaseHolder? Holder => Continuity.HolderOn(Family.WorkerSpells, Form.CompletedOn)?.Holder;

    /// <summary>What was answered to an item that does not apply.</summary>
    public string? Aside(Item item) => Form.Trail?.Aside is { } aside && aside.Shape.IndexOf(item.Name) is >= 0 and var at ? aside.At(at).AsText() : null;

    /// <summary>A place of this family in words: <c>Time 1, Child C1, from Parent P1</c>.</summary>
    public string Words(FormPlace place) => $"{Frame.Design.Wave(place.Wave)?.Name ?? place.Wave.ToString()}, {place.Subject.Words(Family)}, from {place.Respondent.Words(Family)}";
}
