using Directives.Register;

namespace Directives.Tests.Register;

/// <summary>Since when a seat has been vacant.</summary>
public sealed class VacancyTests
{
    private static readonly DateOnly Day = new(2023, 5, 8);
    private static readonly Place Place = Registers.Place("111", "11");

    [Fact]
    public void A_seat_is_vacant_since_the_day_after_its_last_holder_left()
    {
        Post[] posts = [Post("2021-05-01", "2021-12-31"), Post("2022-02-01", "2022-06-30"), Post("2023-07-01", null)];
        Assert.Equal(new DateOnly(2022, 7, 1), Vacancy.Since(posts, Place, Day));
        Assert.Equal(posts[1], Vacancy.Last(posts, Day));
        Assert.Equal(posts[2], Vacancy.Next(posts, Day));
    }

    [Fact]
    public void A_seat_that_nobody_held_is_vacant_since_its_place_is_in_force()
    {
        Assert.Equal(Registers.Start, Vacancy.Since([], Place, Day));
        Assert.Null(Vacancy.Last([], Day));
        Assert.Null(Vacancy.Next([], Day));
    }

    [Fact]
    public void What_was_before_the_place_that_has_the_code_now_does_not_count() =>
        Assert.Equal(new DateOnly(2023, 1, 1), Vacancy.Since([Post("2021-05-01", "2022-06-30")], Place with { From = new(2023, 1, 1) }, Day));

    private static Post Post(string from, string? to) =>
        new("111.monitor", "a", DateOnly.ParseExact(from, "yyyy-MM-dd"), to is null ? null : DateOnly.ParseExact(to, "yyyy-MM-dd"));
}
