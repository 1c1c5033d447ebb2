using System.Text.RegularExpressions;
using CsCheck;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Grains;

using Command = Func<IGrainFactory, FamilyState, Stamp, Task<Decision<FamilyState>>>;

public sealed partial class RepeatTests(StudyCluster study)
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 200].Select(new DateOnly(2024, 1, 5).AddDays);

    private static readonly Gen<Command> AnyCommand = Gen.OneOf<Command>(
        Day.Select(on => (Command)((g, f, s) => g.Enrolment(f.Id).Screen(true, on, s))),
        Day.Select(on => (Command)((g, f, s) => g.Enrolment(f.Id).Approach("worker AB", on, s))),
        Day.Select(on => (Command)((g, f, s) => g.Enrolment(f.Id).DeclineContact(on, s))),
        Day.Select(on => (Command)((g, f, s) => g.Enrolment(f.Id).AgreeToContact(on, s))),
        Gen.Select(Gen.Enum<ConsentScope>(), Day).Select(c => (Command)((g, f, s) => g.Enrolment(f.Id).Consent(c.Item1, null, "parent", c.Item2, s))),
        Day.Select(on => (Command)((g, f, s) => g.Enrolment(f.Id).Withdraw([ConsentScope.Interview], WithdrawalExtent.NoFurtherUse, on, s))),
        Gen.Enum<EndReason>().Select(why => (Command)((g, f, s) => g.Enrolment(f.Id).End(why, new(2024, 9, 1), s))),
        Day.Select(on => (Command)((g, f, s) => g.Members(f.Id).Join([new(MemberRole.Child, new(2020, 6), Sex.Male, on)], s))),
        Day.Select(on => (Command)((g, f, s) => g.Members(f.Id).Leave(f.Members[1].Id, on, s))),
        Gen.Int[1, 12].Select(month => (Command)((g, f, s) => g.Members(f.Id).Correct(f.Members[0].Id, new(2018, month), Sex.Female, s))),
        Day.Select(on => (Command)((g, f, s) => g.Members(f.Id).Move(Some.OtherSite, on, s))),
        Gen.Select(Gen.OneOf(Gen.Const<CaseHolder>(new CaseHolder.Unallocated()), Gen.Const<CaseHolder>(new CaseHolder.Team("duty")), Gen.Const<CaseHolder>(new CaseHolder.NotKnown())), Day)
            .Select(c => (Command)((g, f, s) => g.Case(f.Id).Allocate(c.Item1, c.Item2, "authority", null, s))),
        Gen.Select(Gen.Enum<CaseEventKind>(), Day).Select(c => (Command)((g, f, s) => g.Case(f.Id).RecordEvent(c.Item1, c.Item2, null, "case file", s))),
        Gen.Int[0, 2].Select(answer => (Command)(async (g, f, s) => (await g.Forms(f.Id).Enter(Some.Sdq(f, answer), s)).Select(_ => f))),
        Day.Select(on => (Command)((g, f, s) => g.Fieldwork(f.Id).Assign(new("t1"), "interviewer@example.org", on, s))));

    [Fact]
    public Task Sending_every_command_twice_is_sending_it_once() => Gen.Select(AnyCommand, Gen.Bool).List[1, 8].SampleAsync(async commands =>
    {
        var (once, twice) = (await study.Family(Some.Enrolment()), await study.Family(Some.Enrolment()));
        var sent = new List<(Command Command, Stamp Stamp)>(); // and sent once more, long after
        foreach (var (command, withReason) in commands)
        {
            var stamp = Some.Stamp(withReason ? "as told by the authority" : null);
            var before = (await study.Grains.Family(once.Id).Read())!.Version;
            var first = await command(study.Grains, once, stamp);
            var second = await command(study.Grains, twice, stamp);
            Assert.Equal(Code(first), Code(second));
            Assert.Equal(Code(second), Code(await command(study.Grains, twice, stamp)));
            if ((await study.Grains.Family(once.Id).Read())!.Version > before) sent.Add((command, stamp)); // what left no fact is decided anew whenever it is sent
        }
        foreach (var (command, stamp) in sent) await command(study.Grains, twice, stamp);
        Assert.Equal(await Facts(once), await Facts(twice));
    }, iter: 40, threads: 1);

    private static string Code<T>(Decision<T> decision) => decision.Match(_ => "accepted", why => why.Code);

    /// <summary>What the ledger says, whoever's it is.</summary>
    private async Task<IEnumerable<string>> Facts(FamilyState family) =>
        (await study.Grains.Family(family.Id).History()).Select(h => $"{h.Number} {h.By} {h.Kind} {h.Why} {MemberIds().Replace(h.Content, "$1")}");

    [GeneratedRegex("[0-9A-Z]{7}-([CPR][0-9]+)[0-9A-Z]")]
    private static partial Regex MemberIds();
}
