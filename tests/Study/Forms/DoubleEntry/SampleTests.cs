using System.Security.Cryptography;
using System.Text;
using CsCheck;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Forms.DoubleEntry;

public sealed class SampleTests
{
    private static readonly Gen<DoubleEntrySample> Sample = Gen.Int.Select(secret => new DoubleEntrySample(text => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{secret} {text}")))));

    private static FormPlace Place(FamilyId family) => new(T1, new("sdq-p-4-17"), MemberId.Of(family, 'C', 1), MemberId.Of(family, 'P', 1));

    [Fact]
    public void A_larger_share_draws_the_same_forms_and_more() =>
        Gen.Select(Sample, Some.FamilyId, Gen.Int[0, 100], Gen.Int[0, 100]).Sample((sample, family, a, b) =>
            !sample.Draws(Math.Min(a, b), family, Place(family)) || sample.Draws(Math.Max(a, b), family, Place(family)));

    [Fact]
    public void No_form_is_drawn_at_0_and_every_form_at_100() =>
        Gen.Select(Sample, Some.FamilyId).Sample((sample, family) => !sample.Draws(0, family, Place(family)) && sample.Draws(100, family, Place(family)));

    [Fact]
    public void About_the_declared_share_of_many_forms_is_drawn() =>
        Gen.Select(Sample, Gen.Int[1, 99]).Sample((sample, percent) =>
        {
            var drawn = Enumerable.Range(0, 2_000).Count(n => FamilyId.From($"{n}") is var family && sample.Draws(percent, family, Place(family)));
            Assert.InRange(drawn / 20.0, percent - 6, percent + 6); // over five standard errors
        }, iter: 30);

    [Fact]
    public void Two_families_case_records_are_drawn_apart_though_their_places_read_alike()
    {
        var sample = new DoubleEntrySample(text => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        var place = new FormPlace(T1, new("case-record"), Party.Family, Party.CaseFile);

        var drawn = Enumerable.Range(0, 100).Count(n => sample.Draws(50, FamilyId.From($"{n}"), place));

        Assert.InRange(drawn, 20, 80);
    }

    [Fact]
    public void A_share_declared_for_one_wave_holds_there_and_the_general_one_elsewhere()
    {
        var design = With(d => d with { DoubleEntry = [new(new("sdq-p-4-17"), null, 10), new(new("sdq-p-4-17"), T2, 25)] }).Design;

        Assert.Equal((10, 25, 0), (design.DoubleEntryPercent(new("sdq-p-4-17"), T1), design.DoubleEntryPercent(new("sdq-p-4-17"), T2), design.DoubleEntryPercent(new("lubben-6"), T1)));
    }
}
