namespace SosLongitudinal.Tests.Study;
public sealed class Smoke { [Fact] public void Two_is_two() => Assert.Equal(2, 1 + 1); }
