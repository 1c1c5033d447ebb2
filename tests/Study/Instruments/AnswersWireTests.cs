using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Instruments;

public sealed class AnswersWireTests
{
    private static readonly Serializer Wire = new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    [Fact]
    public void Answers_arrive_as_they_were_sent_and_share_their_names()
    {
        var sent = Answers.Of(("a", Answer.Of(2)), ("b", Answer.Of(MissingReason.Illegible)), ("c", Answer.Of("text")), ("d", Answer.Of([1, 3])), ("e", Answer.Of(2.5m)));
        var arrived = Wire.Deserialize<Answers>(Wire.SerializeToArray(sent));
        Assert.Equal(sent, arrived);
        Assert.Same(sent.Shape, arrived!.Shape);
    }

    [Fact]
    public void A_form_travels_in_little_more_than_its_names_and_two_bytes_an_item()
    {
        var form = Sdq.Form(Sdq.Parent);
        Assert.InRange(Wire.SerializeToArray(form).Length, 0, string.Join('\n', form.Shape.Names).Length + 2 * form.Count + 40);
    }

    [Fact]
    public void Scores_arrive_as_they_were_sent()
    {
        var sent = Scoring.Score(Sdq.Parent, Sdq.Form(Sdq.Parent));
        Assert.Equal(sent, Wire.Deserialize<Scores>(Wire.SerializeToArray(sent)));
    }
}
