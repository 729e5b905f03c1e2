using Kept.Domain.Families;

namespace Kept.Domain.Tests.Families;

/// <summary>What a child points at is kept as words.</summary>
public sealed class SayPictureTests
{
    [Fact]
    public void They_are_kept_once_each_in_one_order_and_read_back()
    {
        var kept = SayPictures.Kept([SayPicture.TooHard, SayPicture.Happy, SayPicture.Happy]);

        Assert.Equal("Happy,TooHard", kept);
        Assert.Equal([SayPicture.Happy, SayPicture.TooHard], SayPictures.Read(kept));
        Assert.Null(SayPictures.Kept([]));
        Assert.Empty(SayPictures.Read("Nothing,that,is,there"));
        Assert.True(SayPictures.Kept(SayPictures.All)!.Length <= SayPictures.KeptMaxLength);
    }

    [Fact]
    public void Pictures_alone_are_something_to_say_and_words_stand_before_what_stands_for_them()
    {
        var child = AskedQuestion.KeyOf(SayQuestion.Child);
        var say = new Say(new Dictionary<string, string>()) { Pictures = [SayPicture.Sad], PicturesInWords = "Triste" };

        Assert.False(say.IsEmpty);
        Assert.Equal("Triste", say.Said(child));
        Assert.Equal("He said so", (say with { Words = new Dictionary<string, string> { [child] = " He said so " } }).Said(child));
        Assert.Null(say.Said(AskedQuestion.KeyOf(SayQuestion.Well)));
    }
}
