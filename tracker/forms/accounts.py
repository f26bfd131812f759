"""What people type about themselves and each other: to sign in, on their account, to add people."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    EmailField,
    HiddenField,
    PasswordField,
    SelectMultipleField,
    StringField,
    ValidationError,
)
from wtforms.form import BaseForm
from wtforms.validators import EqualTo, InputRequired, Length, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
LONGEST_EMAIL = 254

_NEEDED = InputRequired(_("Please fill this in."))


def _name() -> StringField:
    rules = [_NEEDED, Regexp(r".*\S", message=_("Please fill this in."))]
    long = Length(max=200, message=_("At most 200 characters."))
    return StringField(_("Name"), validators=[*rules, long])


def _email() -> EmailField:
    """Return a field for an address that somebody is to have; the database has the same rule."""
    wrong = _("This is not an e-mail address.")
    rules = [_NEEDED, Regexp(r"^\s*[^@\s]+@[^@\s]+\s*$", message=wrong)]
    return EmailField(
        _("E-mail address"), validators=[*rules, Length(max=LONGEST_EMAIL, message=wrong)]
    )


def _new_password() -> PasswordField:
    return PasswordField(
        _("New password"),
        description=_("At least 10 characters; several words make a good one."),
        validators=[
            _NEEDED,
            Length(min=SHORTEST_PASSWORD, message=_("At least 10 characters.")),
            Length(max=LONGEST_PASSWORD, message=_("At most 200 characters.")),
        ],
    )


def _repeated() -> PasswordField:
    same = EqualTo("password", message=_("The two passwords differ."))
    return PasswordField(_("New password again"), validators=[same])


class ShortForm(FlaskForm):  # type: ignore[misc] # Flask-WTF ships no types
    """A form that is refused unless it comes from a page of ours."""


class EmptyForm(ShortForm):
    """A button alone."""


class SignInForm(ShortForm):
    """Who one is; ``next`` is where one wanted to go."""

    email = EmailField(_("E-mail address"), validators=[_NEEDED, Length(max=LONGEST_EMAIL)])
    password = PasswordField(_("Password"), validators=[_NEEDED, Length(max=LONGEST_PASSWORD)])
    next = HiddenField()


class CodeForm(ShortForm):
    """A code of the second factor, or one of the recovery codes."""

    code = StringField(_("Code"), validators=[_NEEDED, Length(max=40)])
    next = HiddenField()


class LinkForm(ShortForm):
    """What somebody chooses who opens a one-time link."""

    email = _email()
    name = _name()
    password = _new_password()
    repeated = _repeated()


class OwnNameForm(ShortForm):
    """One's own name."""

    name = _name()


class CurrentPasswordForm(ShortForm):
    """One's password, for what is to be safe from whoever finds the browser open."""

    current = PasswordField(_("Present password"), validators=[_NEEDED])


class PasswordForm(CurrentPasswordForm):
    """Another password."""

    password = _new_password()
    repeated = _repeated()


class SecondFactorForm(CurrentPasswordForm):
    """The first code of a second factor."""

    code = StringField(_("Code that the app shows"), validators=[_NEEDED, Length(max=12)])


class NewPasskeyForm(CurrentPasswordForm):
    """What one calls a passkey that one is about to make."""

    name = _name()


class PasskeyForm(ShortForm):
    """What a passkey answered, as the browser's script writes it; ``next`` is as for passwords."""

    answer = HiddenField(validators=[_NEEDED, Length(max=16_000)])
    next = HiddenField()


class RolesField(SelectMultipleField):
    """Roles, at least one, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse none, and what is no role."""
        super().pre_validate(form)
        if not self.data:
            raise ValidationError(_("Choose at least one role."))


class PersonForm(ShortForm):
    """A person's name and roles."""

    name = _name()
    roles = RolesField(_("Roles"))


class NewPersonForm(PersonForm):
    """A new person."""

    email = _email()
