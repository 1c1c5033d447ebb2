using System.Globalization;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Show;

/// <summary>What was done to forms, one sentence a fact. No sentence says what was answered.</summary>
public static class FormWorkSentences
{
    public static string? Of(FamilyFact fact, FamilyState family, StudyFrame frame)
    {
        return fact switch
        {
            FamilyFact.FormEdited f => $"{Form(f.Place)} changed: {Items(f)} ({f.Reason.Words().ToLowerInvariant()})",
            FamilyFact.FormCorrected f => $"{Form(f.Place)} corrected: filled in on {f.CompletedOn.Words()}, {f.Mode.Words().ToLowerInvariant()} ({f.Reason.Words().ToLowerInvariant()})",
            FamilyFact.FormMoved f => $"{Form(f.From)} moved to {Place(f.To)}",
            FamilyFact.FormsSwapped f => $"{Form(f.One)} swapped with {Place(f.Other)}",
            FamilyFact.FormLeaving f => $"{Form(f.Place)} is to go to family {f.To}",
            FamilyFact.FormStayed f => $"{Form(f.Place)} stays with this family",
            FamilyFact.FormTakenIn f => $"{Form(f.Place)} taken in from family {f.From}",
            FamilyFact.FormGivenUp f => $"{Form(f.Place)} went to family {f.To}",
            FamilyFact.FormLocked f => $"{Form(f.Place)} locked",
            FamilyFact.FormUnlocked f => $"{Form(f.Place)} unlocked",
            FamilyFact.FormReceiptNoted f => $"{Form(f.Place)}: paper {f.Step.Words().ToLowerInvariant()} on {f.On.Words()}{(f.Box is { } box ? $", box {box}" : "")}",
            FamilyFact.QueryOpened f => $"{Form(f.Place)}: query {Number(f.Number)} opened",
            FamilyFact.QueryAnswered f => $"{Form(f.Place)}: query {Number(f.Number)} answered",
            FamilyFact.QueryClosed f => $"{Form(f.Place)}: query {Number(f.Number)} closed",
            FamilyFact.QueryReopened f => $"{Form(f.Place)}: query {Number(f.Number)} reopened",
            _ => null,
        };

        string Form(FormPlace place) => $"{frame.Design.Wave(place.Wave)?.Name ?? place.Wave.ToString()} form {frame.Shelf.Find(place.Instrument)?.Title ?? place.Instrument.ToString()}, {place.Subject.Words(family)}";

        string Place(FormPlace place) => $"{frame.Design.Wave(place.Wave)?.Name ?? place.Wave.ToString()}, {place.Subject.Words(family)}, from {place.Respondent.Words(family)}";
    }

    private static string Items(FamilyFact.FormEdited edited) => edited.New.Count switch
    {
        0 => "answers set aside",
        1 => $"item {edited.New.Shape.Names[0]}",
        <= 5 => $"items {string.Join(", ", edited.New.Shape.Names)}",
        var many => $"{Number(many)} items",
    };

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
