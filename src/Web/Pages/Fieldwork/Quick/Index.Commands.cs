using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Pages.Families.Contact;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Fieldwork.Quick;

/// <summary>The three things that can be recorded.</summary>
public sealed partial class IndexModel
{
    private async Task<IActionResult> Attempt()
    {
        var typed = new TypedFields();
        var next = typed.Read(Typed.NextOn.Read("Typed.NextOn", "next day"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var step = Typed.Mode == AttemptMode.Visit ? NextStep.Visit : NextStep.Telephone;
        var now = clock.GetUtcNow();
        var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        var attempt = new ContactAttempt(Typed.Mode, at, $"{Person.Account}", Typed.Outcome, Step.With?.Id, "", step, next);
        return await Answer((await attempts.Record(Family.Id, Wave.Code, attempt, null, Person.ContactViewer(), Stamp())).At(Fields), _ => Done($"The attempt at family {Family.Id} is recorded; next on {next.Words()}.", Back));
    }

    private async Task<IActionResult> Worker()
    {
        var typed = new TypedFields();
        if (!WorkerId.TryParse(Typed.Worker, null, out var worker)) typed.Fault("Typed.Worker", "Choose the social worker.");
        var from = typed.Read(Typed.From.Read("Typed.From", "day of the change"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var why = Typed.Reason.Trim() is { Length: > 0 } reason ? reason : "Noted from the worklist";
        return await Answer((await Grains.Case(Family.Id).Allocate(new CaseHolder.Named(worker), from, "coordinator", null, Stamp(why))).At(Fields), _ => Done($"The change of worker of family {Family.Id} is recorded.", Back));
    }

    private async Task<IActionResult> NotAchieved()
    {
        var typed = new TypedFields();
        var why = typed.Chosen(Typed.Why, "Typed.Why", "Choose why the forms were not achieved.");
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        foreach (var form in Step.Wanted)
        {
            var place = new FormPlace(Wave.Code, form.Instrument, form.Subject, form.Respondent ?? Party.Unnamed);
            if (await Grains.Forms(Family.Id).MarkNotAchieved(place, why, Today, Stamp().For($"{place}")) is Decision<FamilyState>.Refused { Why: var refused }) return await ReturnPageWithTyped(refused with { Faults = [] });
        }
        return Done($"{Step.Wanted.Length} forms of family {Family.Id} are marked as not achieved: {why.Words().ToLowerInvariant()}.", Back);
    }

    private static readonly (string, string)[] Fields = [("mode", "Typed.Mode"), ("outcome", "Typed.Outcome"), ("at", ""), ("nextOn", "Typed.NextOn"), ("next", "Typed.NextOn"), ("from", "Typed.From"), ("holder", "Typed.Worker"), ("reason", "Typed.Reason")];
}
