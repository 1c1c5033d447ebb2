using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Extracts.Files;

public sealed class MissingCodesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Eight_and_nine_swap_meaning_between_houses_and_each_preset_says_so()
    {
        Assert.Equal((-8, -9), (MissingPresets.UnderstandingSociety.Of(MissingReason.NotApplicable), MissingPresets.UnderstandingSociety.Of(MissingReason.NotStated)));
        Assert.Equal((-8, -9), (MissingPresets.Archive.Of(MissingReason.Refused), MissingPresets.Archive.Of(MissingReason.DontKnow)));
        Assert.All(MissingPresets.All, preset => Assert.Equal(MissingReasons.All.Length, preset.All.Length));
    }

    [Theory]
    [InlineData("refused:-8", "missing.without-code")]
    [InlineData("ukda", "missing.unknown-frame")]
    [InlineData("refused:minus", "missing.unreadable")]
    [InlineData("shrugged:-1", "missing.unknown-reason")]
    [InlineData("refused:-1,refused:-2", "missing.twice")]
    public void Codes_that_are_not_whole_are_refused(string text, string code) => Assert.Equal(code, MissingCodesText.Read(text).Match(_ => "", why => why.Code));

    [Fact]
    public void Own_codes_may_be_shared_and_come_back_from_their_text()
    {
        var codes = Own("-1", ("refused", "-7"), ("dont-know", "-7"));
        Assert.Equal("refused; don't know", codes.All.Single(c => c.Code == -7).Label);
        Assert.Equal(MissingReasons.All.Select(codes.Of), MissingReasons.All.Select(Accepted(MissingCodesText.Read(MissingCodesText.Write(codes))).Of));
    }

    [Fact]
    public async Task A_code_that_a_column_declares_or_holds_is_refused_by_name()
    {
        var declared = new TableSketch("d", [new(new("score", "", ColumnType.Count) { Least = -10, Most = 10 }, 3)]);
        var seen = new TableSketch("s", [new(new("change", "", ColumnType.Count), 3, -5, 7)]);
        var codes = Own("-5");
        Assert.Equal("missing.collides", await Refused(declared, codes));
        Assert.Equal("missing.collides", await Refused(seen, codes));
        Assert.Equal("missing.within-range", await Refused(new("s", [new(new("change", "", ColumnType.Count), 3, -15)]), MissingPresets.UnderstandingSociety));
        Assert.Equal("", await Refused(new("s", [new(new("change", "", ColumnType.Count), 3, -90)]), Own("-5", ("refused", "-6"))));
    }

    private static async Task<string> Refused(TableSketch sketch, MissingCodes codes)
    {
        var decided = await TableFiles.Ready(sketch.Table, sketch.Messages(), new(FileFormat.Sav) { Codes = codes }, Cancel);
        if (decided is Decision<ReadyFile>.Accepted(var file)) await file.DisposeAsync();
        return decided.Match(_ => "", why => why.Code);
    }

    private static MissingCodes Own(string others, params (string Reason, string Code)[] own) =>
        Accepted(MissingCodesText.Read(string.Join(',', MissingReasons.All.Select(r => $"{r.Name()}:{own.FirstOrDefault(o => o.Reason == r.Name()).Code ?? others}"))));

    private static T Accepted<T>(Decision<T> decision) => decision.Match(value => value, why => throw new InvalidOperationException(why.Sentence));
}
