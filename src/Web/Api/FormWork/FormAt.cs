using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.FormWork;

/// <summary>What every endpoint under a form's place shares: the address, who asks under which operation, and how the form is answered.</summary>
public readonly record struct FormAt(
    string Id, WaveCode Wave, InstrumentId Instrument, Party Subject, Party Respondent, IdempotencyKey Key, Person Person, FamilyScope Scope, IGrainFactory Grains, StudyFrames Frames, TimeProvider Clock, BlindEntry Blind)
{
    public FormPlace Place => new(Wave, Instrument, Subject, Respondent);

    public Stamp Stamp(string? why = null) => Person.Stamp(Key, Clock, why);

    public async Task<Decision<FoundForm>> Find()
    {
        var place = Place;
        var shelf = (await Frames.Current()).Shelf;
        var found = (await Scope.Family(Id, Person)).Then<FoundForm>(family => family.FormAt(place) is not { } form ? FormRefusals.None
            : shelf.Find(place.Instrument, form.InstrumentVersion) is { } definition ? new FoundForm(family, form, definition) : FormRefusals.UnknownInstrument(place.Instrument));
        return found is Decision<FoundForm>.Accepted { Value: var (its, entered, _) } && await Blind.Hides(Person, its.Id, entered) ? SecondEntryRefusals.Hidden : found;
    }

    /// <summary>Whether somebody concerned withdrew what the form says from use.</summary>
    public async Task<bool> IsWithdrawn(FamilyState family, Form form) => await Frames.Current() is var frame && !FormUse.IsAllowed(frame, family, form, frame.Design.Today(Clock.GetUtcNow()));

    /// <summary>A command on a family of the person's sites.</summary>
    public async Task<IResult> Scoped(Func<FamilyId, Task<Decision<FormReceipt>>> command, FamilyId? now = null)
    {
        var found = await Scope.Id(Id, Person);
        return found is Decision<FamilyId>.Accepted(var family) ? await Answer(await command(family), now) : ((Decision<FamilyId>.Refused)found).Why.ToProblem();
    }

    /// <param name="now">The family that the form is in now, where that is another.</param>
    public async Task<IResult> Answer(Decision<FormReceipt> decision, FamilyId? now = null)
    {
        var (shelf, id) = ((await Frames.Current()).Shelf, now ?? FamilyId.Parse(Id));
        var isHidden = decision is Decision<FormReceipt>.Accepted(var stood) && (await Blind.Hides(Person, id, stood.Form) || (await Grains.Family(id).Read() is { } family && await IsWithdrawn(family, stood.Form)));
        return decision.ToResult(receipt => shelf.Find(receipt.Form.Place.Instrument, receipt.Form.InstrumentVersion) is { } definition
            ? Results.Ok(FormStood.Of(id, receipt.Form, definition, isHidden))
            : FormRefusals.UnknownInstrument(receipt.Form.Place.Instrument).ToProblem());
    }
}

public sealed record FoundForm(FamilyState Family, Form Form, InstrumentDefinition Definition);
