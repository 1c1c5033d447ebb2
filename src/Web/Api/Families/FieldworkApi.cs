using System.Collections.Immutable;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Families;

public sealed record VisitBody(DateOnly On, TimeOnly? Start = null, VisitMode Mode = VisitMode.FaceToFace, string? Place = null);

/// <summary>The interview of a wave; sent again, it takes the place of the earlier record. Its outcome follows from the forms.</summary>
public sealed record InterviewBody(
    ImmutableArray<VisitBody> Visits, MemberId? Respondent = null, string? Interviewer = null, string Language = "en", Interpreter Interpreter = Interpreter.None, string? OthersPresent = null);

public sealed record AssignmentBody(string Interviewer, DateOnly From);

/// <summary>Meeting a family: assignments, interviews, final dispositions.</summary>
internal static class FieldworkApi
{
    public static void MapFieldwork(this RouteGroupBuilder families)
    {
        families.MapPut("/{id}/interviews/{wave}", RecordInterview).Task("Api/Families/Interviews").Produces<FamilyView>().WithSummary("Record the interview of a wave");
        families.MapPut("/{id}/assignments/{wave}", (string id, WaveCode wave, AssignmentBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, null, (family, stamp) => grains.Fieldwork(family).Assign(wave, body.Interviewer, body.From, stamp)))
            .Task("Api/Families/Assignments").Produces<FamilyView>().WithSummary("Assign an interviewer for a wave");
        families.MapPut("/{id}/dispositions/{wave}/{track}", (string id, WaveCode wave, TrackName track, DispositionBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains) =>
                command.Run(id, person, key, body.Reason, (family, stamp) => grains.Fieldwork(family).Dispose(wave, track.Track, body.Code ?? "", body.On, stamp)))
            .Task("Api/Families/Dispositions").Produces<FamilyView>().WithSummary("Set the final disposition of a track at a wave");
    }

    private static Task<IResult> RecordInterview(string id, WaveCode wave, InterviewBody body, IdempotencyKey key, Person person, FamilyCommand command, IGrainFactory grains)
    {
        var visits = body.Visits.IsDefault ? [] : body.Visits;
        var interview = new Interview(
            [.. visits.Select(v => new Visit(v.On, v.Start, v.Mode, v.Place ?? ""))], body.Respondent, body.Interviewer ?? person.Account.ToString(), body.Language, body.Interpreter, body.OthersPresent ?? "");
        return command.Run(id, person, key, null, (family, stamp) => grains.Fieldwork(family).RecordInterview(wave, interview, stamp));
    }
}
