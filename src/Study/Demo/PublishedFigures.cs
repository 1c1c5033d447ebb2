namespace SosLongitudinal.Study.Demo;

/// <summary>One measure at one wave as printed for 270 families: how many parents have it, its mean and its standard deviation.</summary>
internal sealed record PrintedMeasure(int Base, ScoreDistribution Scores);

/// <summary>
/// The published shape that the demo study is made to, for 270 families. Means are chosen within what the print rounds to, so that subscales add to their
/// total. Subscales of engagement run to 20: the printed 16 cannot hold a mean of 15 with a deviation of 4.4.
/// </summary>
internal static class PublishedFigures
{
    public const int Families = 270;
    public const int Interviewed = 150;
    public const int CaseRecords = 262;
    public const int ChildrenRemoved = 28;
    public const int EarlierReferral = 204;
    public const double NotReReferred = 0.53;
    public const double GoalsNotKnownFirst = 0.26;
    public const double GoalsNotKnownSecond = 0.23;

    /// <summary>By wave.</summary>
    public static readonly PrintedMeasure[] Lubben =
    [
        new(210, ScoreDistribution.Of(0, 30, 14.9, 6.9, cut: 12, below: 0.34)),
        new(136, ScoreDistribution.Of(0, 30, 15.9, 6.0, cut: 12, below: 0.28)),
    ];

    public static readonly PrintedMeasure[] Mastery =
    [
        new(235, ScoreDistribution.Of(7, 28, 20.0, 4.5)),
        new(141, ScoreDistribution.Of(7, 28, 21.0, 4.3)),
    ];

    public static readonly int[] EngagementBase = [221, 142];

    /// <summary>By wave; then buy-in, receptivity, working relationship, mistrust.</summary>
    public static readonly ScoreDistribution[][] Engagement =
    [
        [ScoreDistribution.Of(7, 35, 24.8, 6.3), ScoreDistribution.Of(4, 20, 13.8, 3.6), ScoreDistribution.Of(4, 20, 14.7, 4.4), ScoreDistribution.Of(4, 20, 12.7, 4.3)],
        [ScoreDistribution.Of(7, 35, 24.3, 7.2), ScoreDistribution.Of(4, 20, 13.3, 3.7), ScoreDistribution.Of(4, 20, 14.2, 4.2), ScoreDistribution.Of(4, 20, 13.2, 4.4)],
    ];
}
