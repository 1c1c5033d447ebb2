using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Grains;

/// <summary>A small study and what happens in it, where a test does not care which.</summary>
internal static class Some
{
    public static readonly SiteCode Site = new("ashmere");
    public static readonly SiteCode OtherSite = new("birchford");

    public static StudyDesign Design { get; } = new()
    {
        Title = "A small study",
        Bands = [new("new", "New")],
        Cohorts = [new(new("c1"), "Cohort 1", new(2024, 1, 1), new(2024, 12, 31))],
        Waves = [new(new("t1"), "Time 1", 1)],
        Schedule = [new(new("sdq-p-4-17"), DueSubject.StudyChild, DueRespondent.MainCarer, 4, 17) { Required = true }],
    };

    public static Stamp Stamp(string? why = null) => new(OperationId.New(), "test@example.org", DateTimeOffset.UtcNow, why);

    /// <summary>A girl of nearly six and her mother, on the authority's list and no further.</summary>
    public static Enrolment Enrolment() => new(Site, new("c1"), "A-001", new(2024, 1, 5),
        [new(MemberRole.Child, new(2018, 3), Sex.Female, new DateOnly(2024, 1, 5)), new(MemberRole.Parent, null, Sex.Female, new DateOnly(2024, 1, 5))]);

    public static Enrolment Consented() => Enrolment() with { ConsentedOn = new(2024, 1, 10), Consents = [ConsentScope.Interview] };

    /// <summary>The SDQ about the child from her mother, every item answered alike.</summary>
    public static FormEntry Sdq(FamilyState family, int answer = 1)
    {
        var sdq = InstrumentShelf.Library["sdq-p-4-17"];
        var sent = sdq.Items.Where(i => i.Number <= 25).ToDictionary(i => i.Name, _ => JsonSerializer.SerializeToElement(answer));
        var place = new FormPlace(new("t1"), sdq.Id, family.IndexChild!.Value, family.Members[1].Id);
        return new(place, sdq.Version, new(2024, 2, 1), FormMode.Paper, "en", Accepted(AnswerRules.Check(sdq, sent)).Answers);
    }

    public static async Task<FamilyState> Family(this StudyCluster study, Enrolment enrolment) => Accepted(await study.Grains.Enrol(enrolment, Stamp()));

    public static T Accepted<T>(Decision<T> decision) => decision.Match(value => value, why => throw new Xunit.Sdk.XunitException($"{why.Code}: {why.Sentence}"));

    public static Refusal Refused<T>(Decision<T> decision) => decision.Match(_ => throw new Xunit.Sdk.XunitException("It was accepted."), why => why);
}
