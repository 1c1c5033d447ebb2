using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Shell;

namespace SosLongitudinal.Tests.Web.Safety;

/// <summary>A study whose clock a test sets forward: at ten in the morning of tomorrow it begins.</summary>
public sealed class WatchedStudy : RunningStudy
{
    public const string London = "Europe/London";

    public static readonly DateOnly Day = OpenedStudy.Today.AddDays(1);

    private readonly TurnedClock clock = new(At(10, 0));

    protected override TimeProvider Clock => clock;

    protected override ServeOptions Options(ServeOptions usual)
    {
        Data = usual.Data;
        return usual;
    }

    public string Data { get; private set; } = "";

    public static DateTimeOffset At(int hour, int minute) => OpenedStudy.Accepted(LocalTimes.At(London, Day, new(hour, minute)));

    public void Turn(int hour, int minute) => clock.Set(At(hour, minute));

    /// <summary>A family that an interviewer meets at home for an hour from then on.</summary>
    public async Task<(FamilyState Family, string Interviewer)> Visit(string at)
    {
        var (family, interviewer) = (await this.Family(), await this.Interviewer());
        await this.Appointment(family, interviewer, Day, at);
        return (family, interviewer);
    }

    public List<string> Mail()
    {
        var folder = Path.Combine(Data, "mail");
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText)] : [];
    }
}
