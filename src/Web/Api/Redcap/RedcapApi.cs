using System.Collections.Immutable;
using SosLongitudinal.Extracts.Redcap;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Api.Redcap;

/// <summary>/redcap/api: the study as a REDCap project that its clients read. Nothing is changed by it.</summary>
internal static class RedcapApi
{
    /// <summary>The REDCap whose answers these are like; clients ask for it to know what they may ask.</summary>
    private const string Version = "14.0.0";

    public static void MapRedcap(this WebApplication app) =>
        app.MapPost($"{RedcapErrors.Path}/", Answer).Task("Api/Redcap/Read").DisableAntiforgery().RequireRateLimiting(RateLimits.Redcap).WithTags("REDCap")
            .Accepts<RedcapFields>("application/x-www-form-urlencoded", "multipart/form-data")
            .Produces<string>(200, "text/csv", "application/json").Produces<string>(400, "text/csv", "application/json", "text/xml").Produces<string>(403, "text/csv", "application/json", "text/xml")
            .WithSummary("The study as a REDCap project, for REDCapR, PyCap and their like: waves are events, families records, forms repeating instruments");

    private static async Task<IResult> Answer(HttpContext http, Person person, FamilyRegisters registers, StudyFrames frames, CancellationToken cancellation)
    {
        if (!http.Request.HasFormContentType) return new RedcapError(RedcapRefusals.Parameter("content"));
        var request = new RedcapRequest(await http.Request.ReadFormAsync(cancellation));
        if (request.Fault() is { } fault) return new RedcapError(fault);
        if (request.Content == "version") return Results.Text(Version);
        var frame = await frames.Current();
        var project = RedcapProject.Of(frame);
        return request.Content switch
        {
            "record" => await Records(request, project, frame.Design, person, registers, cancellation),
            "project" => RedcapAnswer.Of(request, RedcapTables.Project(project, Opened(frame.Design)), isOne: true),
            "metadata" => RedcapAnswer.Of(request, RedcapTables.Metadata(project, request.List("fields"), request.List("forms"))),
            "exportFieldNames" => RedcapAnswer.Of(request, RedcapTables.ExportFieldNames(project, request.Field)),
            "event" => RedcapAnswer.Of(request, RedcapTables.Events(project)),
            "arm" => RedcapAnswer.Of(request, RedcapTables.Arms(project)),
            "formEventMapping" => RedcapAnswer.Of(request, RedcapTables.FormEvents(project)),
            "repeatingFormsEvents" => RedcapAnswer.Of(request, RedcapTables.Repeating(project)),
            "instrument" => RedcapAnswer.Of(request, RedcapTables.Instruments(project)),
            _ => RedcapAnswer.Of(request, RedcapTables.Groups(frame.Sites.Values.Where(s => person.MaySee(s.Code)).OrderBy(s => s.Code).Select(s => (s.Code.Text, s.Name)))),
        };
    }

    private static async Task<IResult> Records(RedcapRequest request, RedcapProject project, StudyDesign design, Person person, FamilyRegisters registers, CancellationToken cancellation)
    {
        if (RedcapQuery.Of(project, request.Ask()) is var asked && asked is not Decision<RedcapQuery>.Accepted { Value: var query }) return new RedcapError(((Decision<RedcapQuery>.Refused)asked).Why);
        var extract = new ShardExtract(RedcapProject.TableName, project.Dataset.Shape.ToString(), person.Scope()) { Columns = query.Asked, Families = await Families(request, design, person, registers) };
        return new RedcapAnswer(request.Format, request.Delimiter, query.Header, new RedcapRecords(query).Rows(registers.Extract(extract, cancellation), cancellation));
    }

    /// <summary>The records named, and of them those that changed in a stretch of time; <c>null</c>: all. Ids that no family has are passed over, as REDCap does it.</summary>
    private static async Task<ImmutableArray<FamilyId>?> Families(RedcapRequest request, StudyDesign design, Person person, FamilyRegisters registers)
    {
        var records = request.List("records");
        ImmutableArray<FamilyId>? named = records.IsEmpty ? null : [.. records.Select(r => FamilyId.TryParse(r, null, out var id) ? id : (FamilyId?)null).OfType<FamilyId>().Distinct()];
        if (request.Instant("dateRangeBegin") is null && request.Instant("dateRangeEnd") is null) return named;
        var changed = await registers.ChangedBetween(Instant(request, "dateRangeBegin", design) ?? DateTimeOffset.MinValue, Instant(request, "dateRangeEnd", design) ?? DateTimeOffset.MaxValue, person.Scope());
        return named is { } only ? [.. only.Intersect(changed)] : changed;
    }

    private static DateTimeOffset? Instant(RedcapRequest request, string name, StudyDesign design) =>
        request.Instant(name) is { } local ? new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(design.TimeZone).GetUtcOffset(local)).ToUniversalTime() : null;

    /// <summary>The first day on which families could be interviewed.</summary>
    private static string Opened(StudyDesign design) =>
        design.Cohorts.IsEmpty ? "" : $"{design.Cohorts.Min(c => c.Starts):yyyy-MM-dd} 00:00:00";
}
