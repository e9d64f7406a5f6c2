using CsCheck;
using Directives.Mail;
using Directives.Mail.Deliveries;

namespace Directives.Tests.Mail.Deliveries;

/// <summary>Whether letters reached their reader, by what is known of them.</summary>
public sealed class ReachTests
{
    private static readonly DateTimeOffset Start = new(2023, 4, 28, 1, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Letter> Any = Gen.Select(
        Gen.Enum<LetterState>(), Gen.Int[-1, 5].Select(k => k < 0 ? null : (DeliveryKind?)k), Gen.Int[0, 9], (state, kind, hour) => Letter(state, kind, hour));

    [Theory]
    [InlineData(LetterState.Sent, null, false, true)]
    [InlineData(LetterState.Sent, null, true, false)]
    [InlineData(LetterState.Leased, null, false, false)]
    [InlineData(LetterState.Sent, DeliveryKind.Delivered, true, true)]
    [InlineData(LetterState.Leased, DeliveryKind.Delivered, true, true)]
    [InlineData(LetterState.Sent, DeliveryKind.Deferred, false, false)]
    [InlineData(LetterState.Sent, DeliveryKind.Bounced, false, false)]
    [InlineData(LetterState.Sent, DeliveryKind.Dropped, true, false)]
    [InlineData(LetterState.Sent, DeliveryKind.Blocked, true, false)]
    [InlineData(LetterState.Sent, DeliveryKind.Spam, true, false)]
    [InlineData(LetterState.Withdrawn, null, false, false)]
    public void A_letter_reached_its_reader_or_not(LetterState state, DeliveryKind? kind, bool reports, bool reached) =>
        Assert.Equal(reached, Reach.Of(Letter(state, kind, 0), reports).Reached);

    [Fact]
    public void One_letter_that_arrived_is_enough_for_an_obligation() => Gen.Select(Any.Array[0, 6], Gen.Bool).Sample((letters, reports) =>
    {
        var reach = Reach.OfObligation(letters, reports);
        Assert.Equal(letters.Length == 0 ? !reports : letters.Any(l => Reach.Of(l, reports).Reached), reach.Reached);
        Assert.Equal(reach.Reached, reach.Why is null);
        if (reach.Why is { } why) Assert.Contains(why, DeliveryReasons.All);
    }, iter: 2000);

    [Fact]
    public void A_reader_is_lost_since_the_first_of_the_letters_lost_in_a_row()
    {
        Letter[] letters =
        [
            Letter(LetterState.Sent, DeliveryKind.Bounced, 0), Letter(LetterState.Sent, DeliveryKind.Delivered, 1),
            Letter(LetterState.Sent, DeliveryKind.Blocked, 2), Letter(LetterState.Sent, null, 3), Letter(LetterState.Sent, DeliveryKind.Bounced, 4), Letter(LetterState.Leased, null, 5),
        ];
        Assert.Equal(new Reach(false, DeliveryReasons.AddressUnknown, Start.AddHours(2)), Reach.OfReader(letters, reports: true));
        Assert.Equal(new Reach(false, DeliveryReasons.AddressUnknown, Start.AddHours(4)), Reach.OfReader(letters, reports: false));
        Assert.Equal(Reach.Yes, Reach.OfReader(letters[..2], reports: true));
        Assert.Equal(Reach.Yes, Reach.OfReader([], reports: true));
    }

    private static Letter Letter(LetterState state, DeliveryKind? kind, int hour) => new()
    {
        Number = hour + 1,
        Reader = "m112",
        State = state,
        SealedAt = Start,
        Notices = [],
        Delivery = kind is { } known ? new DeliveryWord(known, Start.AddHours(hour), known == DeliveryKind.Bounced ? DeliveryReasons.AddressUnknown : null) : null,
    };
}
