using Directives.Access;

namespace Directives.Tests.Access;

/// <summary>Keys as they stand in a file or a setting.</summary>
public sealed class KeyRingTests
{
    private static readonly string A = new('a', 64);
    private static readonly string B = new('B', 64);

    [Fact]
    public void Keys_are_read_the_newest_first_and_written_as_they_are_read()
    {
        Assert.Equal([0xAA], KeyRing.Parse($"  {A}\r\n").All.Select(k => k[0]));
        foreach (var between in (string[])["\n", "\r\n", ",", ", ", " "])
        {
            var ring = KeyRing.Parse(A + between + B);
            Assert.Equal((0xAA, 0xBB), (ring.Current[0], ring.Oldest[0]));
            Assert.Equal(ring.All, KeyRing.Parse(ring.Write()).All);
        }
    }

    [Fact]
    public void What_is_no_key_is_refused_and_not_repeated()
    {
        string[] bad =
        [
            "", " \n", A[1..], A + "a", A + B, $"{A};{B}", $"{A},{B[2..]}", $"{A}\n{A}", $"{A} {A.ToUpperInvariant()}", new string('g', 64), "0x" + A[2..],
            string.Join(',', Enumerable.Range(0, KeyRing.Most + 1).Select(i => $"{i:x64}")),
        ];
        foreach (var text in bad)
        {
            var refused = Assert.Throws<FormatException>(() => KeyRing.Parse(text));
            Assert.DoesNotContain(A, refused.Message, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(KeyRing.Most, KeyRing.Parse(string.Join(',', Enumerable.Range(0, KeyRing.Most).Select(i => $"{i:x64}"))).All.Count);
    }

    [Fact]
    public void A_new_key_stands_in_front_and_the_oldest_goes_first()
    {
        KeyRing one = new byte[KeyRing.Bytes];
        var two = one.Rotated();
        Assert.Equal(one.Current, two.Oldest);
        Assert.NotEqual(one.Current, two.Current);
        Assert.NotEqual(two.Current, one.Rotated().Current);
        Assert.Equal([two.Current], two.WithoutOldest().All);
        Assert.Throws<ArgumentException>(() => one.WithoutOldest());
        Assert.Throws<ArgumentException>(() => new KeyRing(new byte[KeyRing.Bytes - 1]));
    }

    [Fact]
    public void A_key_is_found_by_its_print_and_what_names_none_is_of_the_oldest()
    {
        var ring = TestKeys.Of(2, 1, 0);
        Assert.Equal([0, 1, 2, 2, null], [ring.Find(ring.Print()), ring.Find(TestKeys.Of(1).Print()), ring.Find(TestKeys.Of(0).Print()), ring.Find(null), ring.Find(TestKeys.Of(9).Print())]);
    }
}
