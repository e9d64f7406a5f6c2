using CsCheck;
using Directives.Mail.Deliveries;

namespace Directives.Tests.Mail.Deliveries;

/// <summary>Which of a provider's words on a letter stands (R13).</summary>
public sealed class DeliveryWordTests
{
    private static readonly DateTimeOffset Start = new(2023, 4, 28, 1, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DeliveryWord> Any = Gen.Select(
        Gen.Enum<DeliveryKind>(), Gen.Int[0, 5], Gen.Int[-1, DeliveryReasons.All.Count - 1].Select(i => i < 0 ? null : DeliveryReasons.All[i]), (kind, second, reason) => new DeliveryWord(kind, Start.AddSeconds(second), reason));

    [Fact]
    public void Words_in_any_order_and_any_number_of_times_come_to_the_same() =>
        Gen.Select(Any.Array[1, 8], Gen.Int[0, 1000]).Sample((words, seed) =>
        {
            var mixed = words.Concat(words.Take(seed % words.Length)).ToArray();
            new Random(seed).Shuffle(mixed);
            Assert.Equal(Standing(words), Standing(mixed));
            Assert.Contains(Standing(words), words);
        }, iter: 5000);

    [Fact]
    public void What_is_decided_is_never_put_off_again_and_the_last_of_the_decided_stands() => Any.Array[1, 8].Sample(words =>
    {
        var decided = words.Where(w => w.Kind != DeliveryKind.Deferred).ToList();
        var standing = Standing(words)!;
        Assert.Equal(decided.Count == 0, standing.Kind == DeliveryKind.Deferred);
        Assert.Equal((decided.Count == 0 ? words : [.. decided]).Max(w => w.At), standing.At);
    }, iter: 2000);

    [Theory]
    [InlineData(DeliveryKind.Delivered, 0, DeliveryKind.Spam, 60, DeliveryKind.Spam)]
    [InlineData(DeliveryKind.Delivered, 0, DeliveryKind.Bounced, 60, DeliveryKind.Bounced)]
    [InlineData(DeliveryKind.Delivered, 0, DeliveryKind.Dropped, 0, DeliveryKind.Dropped)]
    [InlineData(DeliveryKind.Dropped, 0, DeliveryKind.Delivered, 60, DeliveryKind.Delivered)]
    [InlineData(DeliveryKind.Delivered, 0, DeliveryKind.Deferred, 60, DeliveryKind.Delivered)]
    public void Of_two_words_one_stands(DeliveryKind first, int at, DeliveryKind second, int then, DeliveryKind stands) =>
        Assert.Equal(stands, Standing([new(first, Start.AddSeconds(at), null), new(second, Start.AddSeconds(then), null)])!.Kind);

    private static DeliveryWord? Standing(IEnumerable<DeliveryWord> words) => words.Aggregate((DeliveryWord?)null, DeliveryWord.Standing);
}
