using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Families;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Shared;

/// <summary>What every command on one family shares: the id in scope, the stamp, and the family as the answer.</summary>
public sealed class FamilyCommand(FamilyScope scope, StudyFrames frames, BlindEntry blind, Departing departing, IGrainFactory grains, TimeProvider clock)
{
    public async Task<IResult> Run(string id, Person person, IdempotencyKey key, string? why, Func<FamilyId, Stamp, Task<Decision<FamilyState>>> command)
    {
        var found = await scope.Id(id, person);
        if (found is Decision<FamilyId>.Refused no) return no.Why.ToProblem();
        var stamp = person.Stamp(key, clock, why);
        var decided = await departing.After(await command(((Decision<FamilyId>.Accepted)found).Value, stamp), stamp);
        var frame = await frames.Current();
        if (decided is not Decision<FamilyState>.Accepted { Value: var family }) return ((Decision<FamilyState>.Refused)decided).Why.ToProblem();
        var moved = await grains.Windows(family.Id).MovedBy(stamp.Operation);
        return Results.Ok(FamilyView.Of(family, frame, frame.Design.Today(clock.GetUtcNow()), await blind.Of(person, family)) with { Moved = [.. moved.Select(WindowMoveView.Of)] });
    }
}
