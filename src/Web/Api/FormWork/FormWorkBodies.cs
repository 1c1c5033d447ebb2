using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Forms.Queries;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.FormWork;

/// <summary>A change of a saved form: only the items that change, by name. <c>version</c> is the form's as it was read; where it is no longer that, 409 names both values of each item.</summary>
public sealed record EditBody(
    int Version, EditReason Reason, IReadOnlyDictionary<string, JsonElement>? Answers = null, string? Why = null, DateOnly? CompletedOn = null, FormMode? Mode = null, string? Language = null);

/// <summary>Where a form goes; what is left out stays. With <c>family</c> it goes to another family, and its subject and respondent there are needed.</summary>
public sealed record MoveBody(string Why, FamilyId? Family = null, WaveCode? Wave = null, Party? Subject = null, Party? Respondent = null)
{
    public FormPlace From(FormPlace place) => place with { Wave = Wave ?? place.Wave, Subject = Subject ?? place.Subject, Respondent = Respondent ?? place.Respondent };
}

public sealed record ReasonBody(string Why);

public sealed record PaperBody(DateOnly On, string? Box = null);

public sealed record QueryBody(string Remark, string Item = "");

/// <summary><c>seen</c>: how many remarks of the thread were read; where there are more by now, 409 says the last of them.</summary>
public sealed record RemarkBody(string Remark, int? Seen = null);

/// <summary>A form after something was done to it.</summary>
public sealed record FormStood(
    FamilyId Family, WaveCode Wave, InstrumentId Instrument, Party Subject, Party Respondent, int Version, DateOnly CompletedOn, ImmutableArray<FormFlag> Flags, Answers Answers, IReadOnlyDictionary<string, int?> Scores)
{
    /// <param name="isHidden">The person may still enter it the second time: what it says stays out.</param>
    public static FormStood Of(FamilyId family, Form form, InstrumentDefinition definition, bool isHidden) => new(
        family, form.Place.Wave, form.Place.Instrument, form.Place.Subject, form.Place.Respondent, form.Version, form.CompletedOn, form.Flags, isHidden ? Answers.None : form.Answers,
        isHidden ? new Dictionary<string, int?>() : Scoring.Score(definition, form.Answers).Scales.ToDictionary(s => s.Name, s => s.Value));
}

/// <summary>What became of a form since it was entered, and where its paper is.</summary>
public sealed record FormStory(
    int Version, ImmutableArray<FormChange> Changes, ImmutableArray<FormMove> Moves, ImmutableArray<FormLock> Locks, FormOrigin? Origin, FormLeaving? Leaving, ImmutableArray<QueryView> Queries, ReceiptLog Paper, Answers? Aside)
{
    public static FormStory Of(FamilyState family, Study.Design.StudyDesign design, Form form, DateTimeOffset now) => new(
        form.Version, form.Trail?.Changes ?? [], form.Trail?.Moves ?? [], form.Trail?.Locks ?? [], form.Trail?.Origin, form.Trail?.Leaving,
        [.. (form.Trail?.Queries ?? []).Select(q => QueryView.Of(family.Id, family.Site, form.Place, q, now))], ReceiptLog.Of(family, design, form.Place), form.Trail?.Aside);
}

/// <summary>One query with its thread; <c>days</c> is how long it has been or was open.</summary>
public sealed record QueryView(FamilyId Family, SiteCode Site, FormPlace Place, int Number, string Item, QueryState State, int Days, ImmutableArray<QueryRemark> Thread)
{
    public static QueryView Of(FamilyId family, SiteCode site, FormPlace place, Query query, DateTimeOffset now) =>
        new(family, site, place, query.Number, query.Item, query.State, query.AgeOn(now), query.Thread);
}
