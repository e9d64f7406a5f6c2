using CsCheck;
using Directives.Mail;

namespace Directives.Tests.Mail;

/// <summary>When a letter is tried again.</summary>
public sealed class RetriesTests
{
    private static readonly DateTimeOffset _now = new(2023, 5, 10, 1, 0, 0, TimeSpan.Zero);
    private static readonly Gen<MailScope> _scope = Gen.Enum<MailScope>();

    [Theory]
    [InlineData(MailScope.Provider, 1, 1)]
    [InlineData(MailScope.Provider, 4, 8)]
    [InlineData(MailScope.Letter, 9, 60)]
    [InlineData(MailScope.Letter, int.MaxValue, 60)]
    [InlineData(MailScope.Account, 1, 15)]
    [InlineData(MailScope.Account, 3, 60)]
    [InlineData(MailScope.Account, 20, 240)]
    public void Each_try_waits_twice_as_long_up_to_an_end_give_or_take_a_quarter(MailScope scope, int tries, double minutes)
    {
        var waits = Enumerable.Range(0, 500).Select(i => (Retries.Next($"m{i}.000001", tries, scope, _now) - _now).TotalMinutes).ToList();
        Assert.All(waits, w => Assert.InRange(w, minutes * 0.75, (minutes * 1.25) + (1 / 60.0)));
        // Spread over the whole of it, so that not all knock at once.
        Assert.All(Enumerable.Range(0, 5), fifth => Assert.InRange(waits.Count(w => (w - (minutes * 0.75)) / (minutes * 0.1) is var at && at >= fifth && at < fifth + 1), 50, 150));
    }

    [Fact]
    public void It_is_the_same_however_often_it_is_asked_and_always_later() =>
        Gen.Select(Gen.String, Gen.Int[0, 100], _scope, Gen.Int[-5000, 500_000]).Sample((id, tries, scope, seconds) =>
        {
            var until = _now.AddSeconds(seconds);
            var next = Retries.Next(id, tries, scope, _now, until);
            return next == Retries.Next(id, tries, scope, _now, until) && next > _now && (seconds > 86_400 || next >= until) && next <= _now + Retries.LongestWord + TimeSpan.FromMinutes(1);
        });

    [Fact]
    public void A_time_that_the_provider_names_counts_but_no_longer_than_a_day()
    {
        Assert.InRange(Retries.Next("a", 1, MailScope.Provider, _now, _now.AddHours(2)), _now.AddHours(2), _now.AddHours(2).AddMinutes(1));
        Assert.InRange(Retries.Next("a", 1, MailScope.Provider, _now, DateTimeOffset.MaxValue), _now.AddDays(1), _now.AddDays(1).AddMinutes(1));
        Assert.InRange(Retries.Next("a", 1, MailScope.Provider, _now, _now.AddHours(-2)), _now.AddSeconds(45), _now.AddSeconds(76));
    }
}
